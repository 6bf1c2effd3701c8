/** The argument as a picture, cut into parts that can be read on paper. */

import { type ReactElement, useMemo } from "react";
import { useArgument } from "../desk/use-argument.ts";
import { ArgumentDrawing } from "../drawing/ArgumentDrawing.tsx";
import { useDrawing } from "../drawing/use-drawing.ts";
import { printText } from "../text/print.ts";
import { numberSteps, orderSteps } from "./number-steps.ts";
import { cutIntoPages } from "./picture-pages.ts";

/** A part never breaks over a page, and no card over two parts. */
export function PrintedPicture(): ReactElement {
  const argument = useArgument();
  const { graph } = argument.strengths;
  const scene = useDrawing(graph, graph);
  const pages = useMemo(() => cutIntoPages(scene.index.places), [scene]);
  const numbers = numberSteps(orderSteps(argument.strengths));
  if (pages === undefined) return <p>{printText.pictureTooLarge(graph.nodes.size)}</p>;
  if (pages.length === 0) return <p>{printText.noSteps}</p>;
  return (
    <>
      <p className="break-after-avoid text-small text-ink-soft">{printText.pictureMore}</p>
      {pages.map(({ window, places }, page) => (
        <figure key={window.top} className="grid break-inside-avoid gap-1">
          <figcaption className="text-small font-[600]">
            {printText.picture(page + 1, pages.length)}
          </figcaption>
          <ArgumentDrawing
            label={printText.picture(page + 1, pages.length)}
            scene={scene}
            argument={argument}
            window={window}
            shown={places}
            numbers={numbers}
            className="w-full"
          />
        </figure>
      ))}
    </>
  );
}
