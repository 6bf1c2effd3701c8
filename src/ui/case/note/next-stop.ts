/** Where an arrow key leads in the note: up and down between sentences, to the right into the findings of one. */

/** Undefined where the key leads nowhere. */
export function nextStop(list: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const row = from.closest<HTMLElement>("[data-row]");
  if (row === null) return undefined;
  const number = row.querySelector<HTMLElement>("[data-sentence]");
  if (key === "ArrowRight" || key === "ArrowLeft") {
    const stops = [number, ...row.querySelectorAll<HTMLElement>("[data-finding]")];
    return stops[stops.indexOf(from) + (key === "ArrowRight" ? 1 : -1)] ?? undefined;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined && key !== "Home" && key !== "End") return undefined;
  const sentences = [...list.querySelectorAll<HTMLElement>("[data-sentence]")];
  if (step === undefined) return key === "Home" ? sentences[0] : sentences.at(-1);
  return sentences[sentences.findIndex((sentence) => sentence === number) + step];
}
