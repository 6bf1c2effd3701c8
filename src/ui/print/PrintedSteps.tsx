/** Every step with its strength and what it leads to: what the picture shows, in words. */

import type { ReactElement } from "react";
import type { ArgumentNode, NodeId } from "../../domain/argument/graph.ts";
import { sayMarks, sayStrength } from "../answers/say-node.ts";
import { useArgument, type Argument } from "../desk/use-argument.ts";
import { kindWords, linkWords } from "../text/dialogue.ts";
import { printText } from "../text/print.ts";
import { numberSteps, orderSteps } from "./number-steps.ts";

const CELL = "border-b border-line py-1 pe-3 text-start align-top";

/** The heading repeats on every page; a row never breaks over two. */
export function PrintedSteps(): ReactElement {
  const argument = useArgument();
  const steps = orderSteps(argument.strengths);
  const numbers = numberSteps(steps);
  if (steps.length === 0) return <p>{printText.noSteps}</p>;
  return (
    <>
      <p className="text-small text-ink-soft">{printText.branchShown}</p>
      <table className="w-full border-collapse text-small">
        <thead>
          <tr>
            {[printText.stepNumber, printText.step, printText.strength, printText.cites, printText.links].map(
              (name) => (
                <th key={name} scope="col" className={`${CELL} border-line-strong font-[600]`}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map((node) => (
            <StepRow key={node.id} node={node} argument={argument} numbers={numbers} />
          ))}
        </tbody>
      </table>
    </>
  );
}

type StepRowProps = {
  readonly node: ArgumentNode;
  readonly argument: Argument;
  readonly numbers: ReadonlyMap<NodeId, number>;
};

function StepRow({ node, argument, numbers }: StepRowProps): ReactElement {
  const strength = argument.strengths.byNode.get(node.id);
  const marks = sayMarks(argument, node);
  return (
    <tr>
      <td className={`${CELL} tabular-nums`}>{numbers.get(node.id)}</td>
      <td className={`${CELL} wrap-anywhere`}>
        <span className="font-[600]">{kindWords[node.kind]}</span> {node.text}
        {marks.length > 0 && <span className="font-[600]"> ({marks.join(", ")})</span>}
      </td>
      <td className={`${CELL} whitespace-nowrap tabular-nums`}>
        {strength !== undefined && printText.strengthOf(strength, sayStrength(argument, node.id) ?? "")}
      </td>
      <td className={CELL}>{[...new Set(node.citations.map(({ sentence }) => sentence))].join(", ")}</td>
      <td className={CELL}>{linksOf(argument, node.id, numbers).join("; ")}</td>
    </tr>
  );
}

/** "supports 3"; of a link that weakens another one, the numbers of that link's ends. */
function linksOf(
  { strengths: { graph } }: Argument,
  id: NodeId,
  numbers: ReadonlyMap<NodeId, number>,
): readonly string[] {
  return [...graph.edges.values()]
    .filter(({ from }) => from === id)
    .map((edge) => {
      const target = graph.edges.get(edge.to);
      const to =
        target === undefined
          ? String(numbers.get(edge.to) ?? "")
          : `${numbers.get(target.from) ?? ""} → ${numbers.get(target.to) ?? ""}`;
      return `${linkWords(edge)} ${to}`;
    });
}
