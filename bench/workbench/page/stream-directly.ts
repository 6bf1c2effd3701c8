/** The limit that a stream of text is compared with: tokens of the same engine, each put into the document as it comes. */
import { invariant } from "../../../src/shared/assert.ts";
import { openScripted } from "./script-sources.ts";
import { type ScriptAsked, toScript } from "./scripts.ts";

/** As wide as the dialogue, and as high as what is seen of it. */
const LOOK =
  "position:fixed;inset:10rem auto auto 30rem;width:28rem;height:32rem;overflow:auto;background:Canvas";

/** Paragraphs that the browser may leave out while they are out of sight; the newest is kept in sight. Gives the tokens. */
export async function streamDirectly(asked: ScriptAsked): Promise<number> {
  const { engine, end } = openScripted();
  const script = toScript(asked);
  const loaded = await engine.load({ type: "script", script }, () => undefined);
  invariant(loaded.ok, "the script is loaded");
  const place = document.createElement("div");
  place.style.cssText = LOOK;
  document.body.append(place);
  const write = createWriter(place);
  let tokens = 0;
  const request = {
    grammar: undefined,
    budget: 1_000_000,
    seed: 1,
    temperature: 0,
    topP: 1,
    stop: [],
    logprobs: 0,
  };
  const prompt = { type: "text", text: "" } as const;
  await engine.generate({ ...request, prompt }, ({ texts }) => {
    for (const text of texts) write(text);
    tokens += texts.length;
    place.scrollTop = Number.MAX_SAFE_INTEGER;
  });
  place.remove();
  end();
  return tokens;
}

function createWriter(place: HTMLElement): (text: string) => void {
  let last: Text | undefined;
  return (text) => {
    if (last === undefined || last.data.endsWith("\n\n")) {
      const paragraph = document.createElement("p");
      paragraph.className = "text-small whitespace-pre-wrap text-ink-soft wrap-anywhere";
      paragraph.style.cssText = "content-visibility:auto;contain-intrinsic-size:auto 80px";
      last = document.createTextNode("");
      paragraph.append(last);
      place.append(paragraph);
    }
    last.appendData(text);
  };
}
