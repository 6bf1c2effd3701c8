/** The picture with everything around it: tools above, the map and zoom on it, what is selected and the legend below. */

import { useReactFlow } from "@xyflow/react";
import { Suspense, useMemo, useRef, useState, type MouseEvent, type ReactElement } from "react";
import type { NodeId } from "../../domain/argument/graph.ts";
import { WHOLE_CASE, type DeskTarget } from "../../workbench/desk/selection.ts";
import { createSceneKeeper, type Scene } from "../../workbench/graph-view/scene.ts";
import { useCorrecting } from "../actions/correcting.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { sayStrength } from "../answers/say-node.ts";
import { useArgument } from "../desk/use-argument.ts";
import { useDesk, useFacts } from "../desk/use-desk.ts";
import { kindWords } from "../text/dialogue.ts";
import { graphText } from "../text/graph.ts";
import { GraphCanvas } from "./GraphCanvas.tsx";
import { GraphLegend } from "./GraphLegend.tsx";
import { GraphStage } from "./GraphStage.tsx";
import { GraphToolbar } from "./GraphToolbar.tsx";
import { MiniMap, SelectedPart } from "./late-parts.ts";
import { useChoice, type GraphChoice } from "./use-choice.ts";
import { useGraphKeys, type KeyActions } from "./use-graph-keys.ts";
import { useLatest } from "./use-latest.ts";
import { useLinking, type Linking } from "./use-linking.ts";
import { useCardContextValue, usePicture } from "./use-picture.ts";
import { usePlaces } from "./use-places.ts";
import { usePointing } from "./use-pointing.ts";
import { useSeek } from "./use-seek.ts";
import { useView, type GraphView } from "./use-view.ts";
import { ViewTools } from "./ViewTools.tsx";

/** Inside the provider of React Flow, which holds the view. */
export function Drawing(): ReactElement {
  const graph = useFacts((facts) => facts.graph);
  const leader = useFacts((facts) => facts.leader);
  const { isWritable } = useDeskActions();
  const choice = useChoice();
  const { places, tidy, untidy } = usePlaces(graph, choice.filter.focus);
  const scene = useScene(places, choice);
  const [cursor, setCursor] = useState<NodeId>();
  const { open } = useCorrecting();
  const pointing = usePointing(scene);
  const findAt: Parameters<typeof useLinking>[0]["findAt"] = (point) => {
    const target = pointing.findAt(point);
    return target.type === "case" ? undefined : target.id;
  };
  const ghost = useRef<SVGPathElement>(null);
  const linking = useLinking({
    ghost,
    findAt,
    onPicked: (ends) => open({ type: "link", ...ends }, findFlow(ghost.current)),
  });
  const frame = useRef<HTMLDivElement>(null);
  const { focus } = choice.filter;
  const view = useView({ frame, scene, leader: focus ?? leader, focus });
  const picture = usePicture({ scene, cursor, way: choice.way });
  const onFold = useLatest(choice.toggleFold);
  const cards = useCardContextValue({ picture, linking, isWritable, onFold });
  const { choseHere, giveUp } = useSeek({ scene, choice, view });
  const select = useSelecting(linking, choseHere, setCursor);
  const onChoose = useLatest((id: NodeId) => select({ type: "node", id }));
  const onPressPane = useLatest((event: MouseEvent) => select(pointing.press(event)));
  const readPicture = useLatest(() => picture);
  const onMoved = useLatest(() => {
    view.leave();
    giveUp();
  });
  const actions = useActions({ choice, linking, view, select, isWritable });
  const onKeyDown = useGraphKeys({ scene, leader, cursor, onCursor: setCursor, actions });
  return (
    <>
      <GraphToolbar
        scene={scene}
        choice={choice}
        cursor={cursor}
        onCursor={setCursor}
        onTidy={tidy}
        onUntidy={untidy}
        readPicture={readPicture}
      />
      <div
        ref={frame}
        className="relative min-h-72 flex-1 overflow-hidden rounded-panel border border-line bg-canvas max-lg:h-[55dvh] max-lg:flex-none"
      >
        <GraphCanvas picture={view.hasOpened ? picture : undefined} />
        {view.start !== undefined && (
          <GraphStage
            start={view.start.view}
            index={view.hasOpened ? scene.index : undefined}
            cards={cards}
            isLinking={linking.from !== undefined}
            ghost={ghost}
            onChoose={onChoose}
            onPressPane={onPressPane}
            onPoint={pointing.move}
            onPointAway={pointing.leave}
            onKeyDown={onKeyDown}
            onMoved={onMoved}
          />
        )}
        <ViewTools view={view} />
        <Suspense>
          <MiniMap index={scene.index} bounds={scene.bounds} leader={leader} onMoved={onMoved} />
        </Suspense>
        {linking.from !== undefined && <Choosing from={linking.from} onCancel={linking.cancel} />}
      </div>
      <Cursor scene={scene} cursor={cursor} />
      <Suspense>
        <SelectedPart choice={choice} onLinkFrom={isWritable ? linking.begin : undefined} />
      </Suspense>
      <GraphLegend places={places} hidden={choice.filter.hidden} onToggle={choice.toggleKind} />
    </>
  );
}

/** Where the keys are: the focus comes back there once the form is done. */
function findFlow(inside: Element | null): HTMLElement | null | undefined {
  return inside?.closest("svg")?.parentElement?.querySelector<HTMLElement>("[role=application]");
}

function useScene(places: ReturnType<typeof usePlaces>["places"], { filter }: GraphChoice): Scene {
  const graph = useFacts((facts) => facts.graph);
  const [keep] = useState(createSceneKeeper);
  return useMemo(() => keep(graph, places, filter), [keep, graph, places, filter]);
}

/** Choosing selects, unless a link is being drawn: then it is the other end. */
function useSelecting(
  linking: Linking,
  onChosenHere: (target: DeskTarget) => void,
  onCursor: (id: NodeId) => void,
): (target: DeskTarget) => void {
  const desk = useDesk();
  const { say } = useDeskActions();
  return useLatest((target: DeskTarget): void => {
    if (target.type === "node") onCursor(target.id);
    if (linking.from === undefined) {
      onChosenHere(target);
      return desk.select(target);
    }
    if (target.type !== "node" && target.type !== "edge") return linking.cancel();
    if (!linking.finish(target.id)) say(graphText.notLinkable);
    return undefined;
  });
}

type ActionParts = {
  readonly choice: GraphChoice;
  readonly linking: Linking;
  readonly view: GraphView;
  readonly select: (target: DeskTarget) => void;
  readonly isWritable: boolean;
};

function useActions({ choice, linking, view, select, isWritable }: ActionParts): KeyActions {
  const { zoomIn, zoomOut } = useReactFlow();
  const chooseHere = (here: NodeId | undefined): void => {
    if (here !== undefined) select({ type: "node", id: here });
  };
  return {
    Enter: chooseHere,
    " ": chooseHere,
    "+": () => void zoomIn(),
    "=": () => void zoomIn(),
    "-": () => void zoomOut(),
    "0": view.showAll,
    Home: view.showLeader,
    f: (here) => choice.setFocus(choice.filter.focus === undefined ? here : undefined),
    c: (here) => {
      if (here !== undefined) choice.toggleFold(here);
    },
    l: (here) => {
      if (here !== undefined && isWritable) linking.begin(here);
    },
    Escape: () => (linking.from === undefined ? select(WHOLE_CASE) : linking.cancel()),
  };
}

/** Says which card the arrows have led to. */
function Cursor(props: { readonly scene: Scene; readonly cursor: NodeId | undefined }): ReactElement {
  const argument = useArgument();
  const node = props.cursor === undefined ? undefined : props.scene.nodes.get(props.cursor);
  return (
    <output className="sr-only">
      {node !== undefined &&
        graphText.cardOf(kindWords[node.kind], node.text, sayStrength(argument, node.id))}
    </output>
  );
}

function Choosing(props: { readonly from: NodeId; readonly onCancel: () => void }): ReactElement {
  const name = useFacts(({ graph }) => graph.nodes.get(props.from)?.text ?? "");
  return (
    <div className="absolute inset-x-3 top-3 flex items-center justify-between gap-3 rounded-control border border-accent bg-raised px-3 py-1.5 text-small shadow-raised">
      <output className="min-w-0">
        <span className="font-[600]">{graphText.chooseEnd}</span>{" "}
        <span className="line-clamp-1 text-ink-soft">{graphText.fromOf(name)}</span>
      </output>
      <button
        type="button"
        className="min-h-6 text-accent underline underline-offset-2 pointer-coarse:min-h-11"
        onClick={props.onCancel}
      >
        {graphText.cancel}
      </button>
    </div>
  );
}
