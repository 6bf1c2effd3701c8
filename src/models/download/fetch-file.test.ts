import { array, assert, asyncProperty, constantFrom, nat, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import { ok } from "../../shared/result.ts";
import type { FileMemory } from "./fetch-once.ts";
import { type Waiting, TRIES, fetchFile } from "./fetch-file.ts";
import { ETAG, type Scripted, createScriptedHost } from "./testing/scripted-host.ts";
import {
  OWN_ORIGIN,
  type VirtualSurroundings,
  createVirtualSurroundings,
} from "./testing/virtual-surroundings.ts";

const CONTENT = Uint8Array.from({ length: 9500 }, (_, index) => (index * 31 + (index >> 7)) % 251);

/** Runs one file against a script, from what an earlier page left behind. */
async function play(
  script: readonly Scripted[],
  options: {
    readonly have?: Uint8Array;
    readonly etag?: string;
    readonly wantedBytes?: number;
    readonly origin?: string;
    readonly content?: Uint8Array;
    readonly prepare?: (surroundings: VirtualSurroundings) => void;
  } = {},
) {
  const { have = new Uint8Array(), origin = OWN_ORIGIN, content = CONTENT } = options;
  let written = [...have];
  const host = createScriptedHost(content, [...script]);
  const surroundings = createVirtualSurroundings(host.fetch);
  options.prepare?.(surroundings);
  const waits: Waiting[] = [];
  let repeated = 0;
  const memory: FileMemory = { etag: options.etag, hasChanged: false };
  const end = new AbortController();
  const running = fetchFile({
    order: {
      name: "weights.bin",
      address: `${origin}/models/weights.bin`,
      wantedBytes: options.wantedBytes ?? 9500,
    },
    sink: {
      bytes: () => written.length,
      append: async (piece) => {
        written = written.concat([...piece]);
        return ok(undefined);
      },
      clear: async () => {
        written = [];
        return ok(undefined);
      },
    },
    memory,
    surroundings,
    signal: end.signal,
    onBytes: () => undefined,
    onRepeat: (bytes) => void (repeated += bytes),
    onTry: () => undefined,
    onWait: (waiting) => void waits.push(waiting),
  });
  return {
    running,
    surroundings,
    end,
    asked: host.asked,
    waits,
    memory,
    result: async () => ({
      outcome: await running,
      isWhole: sameBytes(written, content),
      bytes: written.length,
      repeated,
      asked: host.asked,
      waits,
      seconds: surroundings.now() / 1000,
    }),
  };
}

async function outcomeOf(...given: Parameters<typeof play>) {
  return (await play(...given)).result();
}

function sameBytes(written: readonly number[], content: Uint8Array): boolean {
  return Buffer.compare(Buffer.from(written), content) === 0;
}

const wish = (seconds: string): Scripted => ({
  type: "status",
  status: 503,
  headers: { "Retry-After": seconds },
});

const failedWith = (error: ShelfError) => ({ ok: false, error });

describe("a file that comes", () => {
  test("is fetched with one plain request that tells nothing of who asks", async () => {
    const { outcome, isWhole, asked } = await outcomeOf([]);
    expect(outcome).toEqual(ok(undefined));
    expect(isWhole).toBe(true);
    expect(asked).toEqual([{ method: "GET", range: null, ifRange: null }]);
  });

  test("goes on where an earlier page broke off, if the server still has that version", async () => {
    const { outcome, isWhole, asked, repeated } = await outcomeOf([], {
      have: CONTENT.slice(0, 4000),
      etag: ETAG,
    });
    expect(outcome.ok && isWhole).toBe(true);
    expect(asked).toEqual([{ method: "GET", range: "bytes=4000-", ifRange: ETAG }]);
    expect(repeated).toBe(0);
  });

  test("asks another origin by range alone: anything more would need a preflight", async () => {
    const { isWhole, asked } = await outcomeOf([{ type: "hides-headers" }], {
      have: CONTENT.slice(0, 4000),
      etag: ETAG,
      origin: "https://huggingface.co",
    });
    expect(isWhole).toBe(true);
    expect(asked).toEqual([{ method: "GET", range: "bytes=4000-", ifRange: null }]);
  });

  test("survives connections that break anywhere, byte for byte", async () => {
    await assert(
      asyncProperty(
        array(record({ after: nat(9400), kind: constantFrom("breaks", "polite", "stalls") }), {
          maxLength: TRIES - 1,
        }),
        nat(9500),
        async (breaks, at) => {
          const script = breaks.map(({ after, kind }): Scripted =>
            kind === "stalls"
              ? { type: "stalls", after }
              : { type: "breaks", after, isPolite: kind === "polite" },
          );
          const { outcome, isWhole, repeated } = await outcomeOf(script, { have: CONTENT.slice(0, at) });
          expect(outcome).toEqual(ok(undefined));
          expect(isWhole).toBe(true);
          expect(repeated).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("a server that cannot go on", () => {
  test("and ignores the range makes the file start again, and the bytes are counted", async () => {
    const { isWhole, repeated } = await outcomeOf([{ type: "ignores-range" }], {
      have: CONTENT.slice(0, 4000),
      etag: ETAG,
    });
    expect({ isWhole, repeated }).toEqual({ isWhole: true, repeated: 4000 });
  });

  test("and sends the wrong part is asked for the whole at once", async () => {
    const { isWhole, repeated, asked, waits } = await outcomeOf([{ type: "wrong-range" }], {
      have: CONTENT.slice(0, 4000),
    });
    expect({ isWhole, repeated, waits }).toEqual({ isWhole: true, repeated: 4000, waits: [] });
    expect(asked.map(({ range }) => range)).toEqual(["bytes=4000-", null]);
  });

  test("and only ever sends a wrong part is given up", async () => {
    const { outcome } = await outcomeOf([{ type: "wrong-range" }, { type: "wrong-range" }], {
      have: CONTENT.slice(0, 4000),
    });
    expect(outcome).toEqual(failedWith({ type: "shelf-http-status", file: "weights.bin", status: 206 }));
  });

  test("because the file changed starts again and remembers it", async () => {
    const { result, memory } = await play([{ type: "good", etag: '"second"' }], {
      have: CONTENT.slice(0, 4000),
      etag: ETAG,
    });
    const { isWhole, repeated } = await result();
    expect({ isWhole, repeated }).toEqual({ isWhole: true, repeated: 4000 });
    expect(memory).toEqual({ etag: '"second"', hasChanged: true });
  });

  test("because the file became another one is told before it comes", async () => {
    const { outcome, bytes } = await outcomeOf(
      [{ type: "good", etag: '"second"', content: new Uint8Array(12_000) }],
      { have: CONTENT.slice(0, 4000), etag: ETAG },
    );
    expect(outcome).toEqual(failedWith({ type: "shelf-changed-on-host", file: "weights.bin" }));
    expect(bytes).toBe(4000);
  });

  test("because its file is shorter than what is here says both sizes", async () => {
    const { outcome } = await outcomeOf([{ type: "good", content: CONTENT.slice(0, 3000) }], {
      have: CONTENT.slice(0, 4000),
    });
    expect(outcome).toEqual(
      failedWith({ type: "shelf-wrong-size", file: "weights.bin", bytes: 3000, wanted: 9500 }),
    );
  });

  test("with 416 and no reason starts the file again", async () => {
    const { isWhole, repeated } = await outcomeOf([{ type: "status", status: 416 }], {
      have: CONTENT.slice(0, 4000),
    });
    expect({ isWhole, repeated }).toEqual({ isWhole: true, repeated: 4000 });
  });
});

describe("an answer that is no file", () => {
  test.each([401, 403, 404, 410, 416, 451, 501])("with status %i is final and named", async (status) => {
    const { outcome, asked } = await outcomeOf([{ type: "status", status }]);
    expect(outcome).toEqual(failedWith({ type: "shelf-http-status", file: "weights.bin", status }));
    expect(asked).toHaveLength(1);
  });

  test.each([408, 425, 429, 500, 502, 503, 504])("with status %i is tried again", async (status) => {
    const { isWhole, waits } = await outcomeOf([{ type: "status", status }]);
    expect(isWhole).toBe(true);
    const error: ShelfError = { type: "shelf-http-status", file: "weights.bin", status };
    expect(waits).toEqual([{ error, tryNumber: 1, tries: TRIES }]);
  });

  test("that names a time is asked no sooner, and no later than a person would wait", async () => {
    expect((await outcomeOf([wish("40")])).seconds).toBeGreaterThanOrEqual(40);
    expect((await outcomeOf([wish("86400")])).seconds).toBeLessThanOrEqual(130);
    expect((await outcomeOf([wish("Wed, 21 Oct 2026 07:28:00 GMT")])).seconds).toBeLessThan(5);
  });

  test("but a web page is refused, by its content type and by its first bytes", async () => {
    for (const contentType of ["text/html; charset=utf-8", "application/octet-stream"]) {
      const { outcome, bytes } = await outcomeOf([{ type: "page", contentType }], { wantedBytes: 37 });
      expect(outcome).toEqual(failedWith({ type: "shelf-got-web-page", file: "weights.bin" }));
      expect(bytes).toBe(0);
    }
  });

  test("of another length is refused before it comes, or as soon as it is too long", async () => {
    const wrong = { type: "shelf-wrong-size", file: "weights.bin", wanted: 5000 } as const;
    const told = await outcomeOf([], { wantedBytes: 5000 });
    expect(told.outcome).toEqual(failedWith({ ...wrong, bytes: 9500 }));
    expect(told.bytes).toBe(0);
    const untold = await outcomeOf([{ type: "hides-headers" }], { wantedBytes: 5000 });
    expect(untold.outcome).toEqual(failedWith({ ...wrong, bytes: 6000 }));
  });
});

describe("no answer", () => {
  test("is tried a few times, at growing distances, and then told with the host", async () => {
    const { outcome, waits, asked, seconds } = await outcomeOf(
      Array.from({ length: TRIES }, (): Scripted => ({ type: "unreachable" })),
    );
    expect(outcome).toEqual(failedWith({ type: "shelf-unreachable", host: "ward.example" }));
    expect(waits.map(({ tryNumber }) => tryNumber)).toEqual([1, 2, 3, 4, 5]);
    expect(asked.filter(({ method }) => method === "GET")).toHaveLength(TRIES);
    expect(seconds).toBeGreaterThan(1 + 2 + 4 + 8 + 15);
  });

  test("for thirty seconds is a stall, whether at the beginning or midway", async () => {
    const never = Array.from({ length: TRIES }, (): Scripted => ({ type: "silent" }));
    const { outcome } = await outcomeOf(never);
    expect(outcome).toEqual(failedWith({ type: "shelf-stalled", seconds: 30 }));
    const midway = await outcomeOf([{ type: "stalls", after: 3000 }]);
    expect(midway.waits).toEqual([
      { error: { type: "shelf-stalled", seconds: 30 }, tryNumber: 1, tries: TRIES },
    ]);
    expect(midway.isWhole).toBe(true);
    expect(midway.asked[1]?.range).toBe("bytes=3000-");
  });

  test("while offline uses up no try, waits, and goes on by itself", async () => {
    let hasFailed = false;
    const { surroundings, waits, result } = await play(
      [
        { type: "stalls", after: 3000 },
        { type: "unreachable", before: () => void (hasFailed = true) },
      ],
      { prepare: ({ setOnline }) => setOnline(false) },
    );
    await expect.poll(() => hasFailed && waits.length === 2).toBe(true);
    expect(waits[1]).toEqual({ error: { type: "shelf-offline" }, tryNumber: 1, tries: TRIES });
    surroundings.setOnline(true);
    const { isWhole, asked } = await result();
    expect(isWhole).toBe(true);
    expect(asked.at(-1)?.range).toBe("bytes=3000-");
  });

  test("while offline ends at once when it is paused", async () => {
    const { end, waits, running } = await play([{ type: "unreachable" }], {
      prepare: ({ setOnline }) => setOnline(false),
    });
    await expect.poll(() => waits.length).toBe(1);
    end.abort();
    expect((await running).ok).toBe(false);
  });

  test("because the policy stopped a redirect is told as one, at once", async () => {
    let stop: (() => void) | undefined;
    const { outcome, waits } = await outcomeOf([{ type: "unreachable", before: () => stop?.() }], {
      origin: "https://huggingface.co",
      prepare: (surroundings) => void (stop = surroundings.stopByPolicy),
    });
    expect(outcome).toEqual(failedWith({ type: "shelf-redirected", host: "huggingface.co" }));
    expect(waits).toEqual([]);
  });

  test("because the browser refused a redirect of our own server is told as one, after as many tries as it takes to be sure", async () => {
    for (const [type, tries] of [
      ["sends-on", 1],
      ["refused", TRIES],
    ] as const) {
      const { outcome, waits } = await outcomeOf(Array.from({ length: 2 * TRIES }, () => ({ type })));
      expect(outcome).toEqual(failedWith({ type: "shelf-redirected", host: "ward.example" }));
      expect(waits.length).toBe(tries - 1);
    }
  });

  test("after bytes came is never taken for a redirect", async () => {
    const { outcome, waits } = await outcomeOf([
      { type: "breaks", after: 10 },
      { type: "refused" },
      { type: "refused" },
    ]);
    expect(outcome.ok).toBe(true);
    expect(waits.map(({ error }) => error.type)).not.toContain("shelf-redirected");
  });
});
