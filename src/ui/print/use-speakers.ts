/** Whose words a print holds, for the label on every page. */
import { useStore } from "zustand/react";
import { useCase } from "../desk/use-desk.ts";
import { useCaseRun } from "../desk/use-run.ts";
import { printText } from "../text/print.ts";

/** A script is never counted among the models. */
export function useSpeakers(): { readonly words: string; readonly isTeaching: boolean } {
  const chosen = useStore(useCaseRun().chosen);
  const runs = useCase(({ view }) => view.state.runs);
  const starts = [...runs.values()].map(({ start }) => start);
  const models = new Set(
    starts.filter(({ author }) => author.kind === "model").map(({ settings }) => settings.model),
  );
  const isScripted = starts.some(({ author }) => author.kind !== "model");
  const words = [
    ...(models.size === 0 ? [] : [printText.madeByModel([...models].join(", "))]),
    ...(isScripted ? [printText.madeByScript] : []),
  ];
  // A teaching case is one before anybody has run it.
  const isTeaching = isScripted || [chosen.wish, chosen.rerunWish].some((wish) => wish?.type === "script");
  return { words: words.length === 0 ? printText.madeByNone : words.join(" "), isTeaching };
}
