/** What a link that was just drawn is to say: only what may be said between its two ends, and how much it weighs. */

import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type RefObject } from "react";
import type { ArgumentEdge, ArgumentGraph } from "../../domain/argument/graph.ts";
import type { MoveName } from "../../domain/argument/legal-moves.ts";
import { movesBetween } from "../../workbench/graph-view/link-moves.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { targetWords } from "../actions/node-words.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { Select } from "../kit/Select.tsx";
import { graphText, linkTypeWords, weightWords } from "../text/graph.ts";
import type { LinkEnds } from "./use-linking.ts";

export type NewLinkProps = { readonly ends: LinkEnds; readonly onDone: () => void };

/** The weights that a person is offered; finer ones would claim more than anybody knows. */
const WEIGHTS = [
  { id: "weak", weight: 0.25 },
  { id: "moderate", weight: 0.5 },
  { id: "strong", weight: 0.8 },
] as const;

/** Below the picture, which stays in sight; Escape gives up. */
export function NewLink({ ends, onDone }: NewLinkProps): ReactElement | null {
  const desk = useDesk();
  const { settle, isWritable } = useDeskActions();
  const graph = useFacts((facts) => facts.graph);
  const moves = movesBetween(graph, ends.from, ends.to);
  const [chosen, setMove] = useState<MoveName>();
  const [weightId, setWeight] = useState<string>("moderate");
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector("select")?.focus(), []);
  useEscape(box, onDone);
  const move = chosen !== undefined && moves.includes(chosen) ? chosen : moves[0];
  if (move === undefined || !isWritable) return null;
  const weight = WEIGHTS.find(({ id }) => id === weightId)?.weight ?? 0.5;
  const add = async (): Promise<void> => {
    const edge = toEdge(desk.newId(), ends, move, weight);
    if (!(await settle(desk.correct({ type: "link", edge })))) return;
    desk.select({ type: "edge", id: edge.id });
    onDone();
  };
  return (
    <form
      ref={box}
      aria-label={graphText.newLink}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      className="grid grid-cols-1 gap-2 rounded-panel border border-accent bg-surface p-3"
    >
      <Ends graph={graph} ends={ends} words={linkTypeWords[move]} />
      <div className="flex flex-wrap items-end gap-2">
        <div className="w-44">
          <Select
            label={graphText.linkSays}
            options={moves.map((id) => ({ id, label: linkTypeWords[id] }))}
            selectedId={move}
            onSelect={(id) => setMove(moves.find((each) => each === id))}
          />
        </div>
        {move !== "derives" && (
          <div className="w-44">
            <Select
              label={graphText.weight}
              options={WEIGHTS.map(({ id }) => ({ id, label: weightWords[id] }))}
              selectedId={weightId}
              onSelect={setWeight}
            />
          </div>
        )}
        <Button tone="primary" type="submit">
          {graphText.addLink}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {graphText.cancel}
        </Button>
      </div>
    </form>
  );
}

function useEscape(box: RefObject<HTMLElement | null>, act: () => void): void {
  const giveUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") act();
  });
  useEffect(() => {
    const element = box.current;
    const listen = (event: KeyboardEvent): void => giveUp(event);
    element?.addEventListener("keydown", listen);
    return () => element?.removeEventListener("keydown", listen);
  }, [box]);
}

type EndsProps = { readonly graph: ArgumentGraph; readonly ends: LinkEnds; readonly words: string };

function Ends({ graph, ends, words }: EndsProps): ReactElement {
  return (
    <p className="wrap-anywhere">
      {targetWords(graph, ends.from)} <strong className="font-[650]">{words}</strong>{" "}
      {targetWords(graph, ends.to)}
    </p>
  );
}

function toEdge(id: string, { from, to }: LinkEnds, move: MoveName, weight: number): ArgumentEdge {
  if (move === "supports") return { id, kind: "supports", from, to, weight };
  if (move === "rebut" || move === "undermine" || move === "undercut")
    return { id, kind: "attacks", attack: move, from, to, weight };
  return { id, kind: move, from, to };
}
