/**
 * What every store of rows must do, as checks that any test runner can run: in Node over the rows in memory, in a browser
 * over the real database.
 */
import { invariant } from "../../shared/assert.ts";
import type { Row, RowStore } from "./row-store.ts";

export type RowStoreCheck = {
  readonly name: string;
  /** Throws, naming the broken promise. Begins on an empty store. */
  readonly run: (rows: RowStore) => Promise<void>;
};

function row(group: string, seq: number, bytes = seq): Row {
  return { group, seq, data: new Uint8Array(bytes) };
}

async function put(rows: RowStore, ...added: readonly Row[]): Promise<void> {
  const written = await rows.write(
    added.map((item) => ({ type: "add", store: "events", row: item })),
    "strict",
  );
  invariant(written.ok, "rows are written");
}

async function numbersOf(rows: RowStore, group: string, from = 0): Promise<string> {
  const read = await rows.readGroup("events", group, from);
  invariant(read.ok, "rows are read");
  return read.value.map(({ seq }) => seq).join(" ");
}

function same(actual: unknown, wanted: unknown, what: string): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(wanted)];
  invariant(left === right, `${what}: ${left} is not ${right}`);
}

/** The promises, one check each. */
export const ROW_STORE_CONTRACT: readonly RowStoreCheck[] = [
  {
    name: "gives back what was written, and nothing for what was not",
    run: async (rows) => {
      await put(rows, row("a", 1, 3));
      const found = await rows.read("events", { group: "a", seq: 1 });
      same(found.ok && found.value?.["data"], new Uint8Array(3), "the row");
      const absent = await rows.read("events", { group: "a", seq: 2 });
      same(absent.ok && absent.value, undefined, "a row that is not there");
      const elsewhere = await rows.read("snapshots", { group: "a", seq: 1 });
      same(elsewhere.ok && elsewhere.value, undefined, "the row in another store");
    },
  },
  {
    name: "reads a group in order, from a number on, and no neighbour of it",
    run: async (rows) => {
      await put(rows, row("a", 10), row("a", 9), row("a", 100), row("aa", 1), row("A", 2));
      same(await numbersOf(rows, "a"), "9 10 100", "the group");
      same(await numbersOf(rows, "a", 10), "10 100", "its end");
      same(await numbersOf(rows, "b"), "", "a group that is not there");
      const all = await rows.readAll("events");
      same(
        all.ok && all.value.map(({ group, seq }) => `${group}${seq}`),
        ["A2", "a9", "a10", "a100", "aa1"],
        "all",
      );
    },
  },
  {
    name: "never writes over a row that was added",
    run: async (rows) => {
      await put(rows, row("a", 1, 1));
      const again = await rows.write([{ type: "add", store: "events", row: row("a", 1, 2) }], "strict");
      same(again.ok ? "written" : again.error, { type: "row-taken" }, "adding again");
      const found = await rows.read("events", { group: "a", seq: 1 });
      same(found.ok && found.value?.["data"], new Uint8Array(1), "the row that was first");
    },
  },
  {
    name: "writes all of a write or none of it",
    run: async (rows) => {
      await put(rows, row("a", 2));
      const changes = [
        { type: "add", store: "events", row: row("a", 1) },
        { type: "put", store: "cases", row: row("a", 0) },
        { type: "remove", store: "aside", group: "a", from: 0 },
        { type: "add", store: "events", row: row("a", 2) },
      ] as const;
      const written = await rows.write(changes, "relaxed");
      invariant(!written.ok, "a write with a taken row fails");
      same(await numbersOf(rows, "a"), "2", "what the failed write left");
      const label = await rows.read("cases", { group: "a", seq: 0 });
      same(label.ok && label.value, undefined, "what the failed write put elsewhere");
    },
  },
  {
    name: "puts, removes a group's end, and clears a store",
    run: async (rows) => {
      await put(rows, row("a", 1), row("a", 2), row("a", 3), row("b", 3));
      await rows.write(
        [
          { type: "put", store: "events", row: row("a", 1, 7) },
          { type: "remove", store: "events", group: "a", from: 2 },
        ],
        "strict",
      );
      same(await numbersOf(rows, "a"), "1", "what is left of the group");
      same(await numbersOf(rows, "b"), "3", "the other group");
      await rows.write([{ type: "clear", store: "events" }], "strict");
      const all = await rows.readAll("events");
      same(all.ok && all.value, [], "rows after clearing");
    },
  },
  {
    name: "moves a row within one write",
    run: async (rows) => {
      await put(rows, row("a", 1));
      const moved = await rows.write(
        [
          { type: "remove", store: "events", group: "a", from: 1 },
          { type: "add", store: "events", row: row("a", 1, 9) },
        ],
        "strict",
      );
      invariant(moved.ok, "a row whose place is freed by the same write is added");
    },
  },
  {
    name: "keeps copies, so that nobody changes a row once it is written",
    run: async (rows) => {
      const data = new Uint8Array([1]);
      await put(rows, { group: "a", seq: 1, data });
      data[0] = 2;
      const found = await rows.read("events", { group: "a", seq: 1 });
      same(found.ok && found.value?.["data"], new Uint8Array([1]), "the row");
    },
  },
  {
    name: "measures what is encrypted, in every store",
    run: async (rows) => {
      await put(rows, row("a", 1, 100), row("b", 1, 11));
      await rows.write([{ type: "put", store: "snapshots", row: row("a", 1, 1000) }], "relaxed");
      const bytes = await rows.measure();
      same(bytes.ok && bytes.value, 1111, "the bytes");
    },
  },
  {
    name: "keeps the order of writes that nobody waited for",
    run: async (rows) => {
      const writes = Array.from({ length: 50 }, (_, at) =>
        rows.write([{ type: "put", store: "cases", row: row("a", 0, at) }], "relaxed"),
      );
      await Promise.all(writes);
      const found = await rows.read("cases", { group: "a", seq: 0 });
      same(found.ok && found.value?.["data"], new Uint8Array(49), "the last write");
    },
  },
];
