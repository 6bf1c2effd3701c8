/**
 * What was changed between two texts, word by word (after Myers 1986, O(ND)). The cost grows with the length and with
 * how much differs; where nearly everything does, the middle is given as one exchange instead of being searched.
 */

export type WordChange = { readonly type: "same" | "removed" | "added"; readonly text: string };

/** Most edits that are looked for; with more, the two texts have little in common and a finer answer helps nobody. */
const MOST_EDITS = 400;

/** A number with its fraction, or a pressure, is one word: half of it means nothing. */
const WORD = /\s+|[\p{L}\p{M}\p{N}_]+(?:[.,:/]\p{N}+)*|[^\s\p{L}\p{M}\p{N}_]/gu;

/** Same and removed parts give `before`, same and added parts give `after`; neighbours differ in type. */
export function diffWords(before: string, after: string): readonly WordChange[] {
  const [old, fresh] = [before.match(WORD) ?? [], after.match(WORD) ?? []];
  const shared = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shared && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shared - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const middle = diffMiddle(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail));
  const changes: readonly WordChange[] = [
    ...toSame(old.slice(0, head)),
    ...middle,
    ...toSame(old.slice(old.length - tail)),
  ];
  return joinAlike(bridgeGaps(joinAlike(changes)));
}

function toSame(words: readonly string[]): readonly WordChange[] {
  return words.map((text) => ({ type: "same", text }));
}

function diffMiddle(old: readonly string[], fresh: readonly string[]): readonly WordChange[] {
  const trail = old.length === 0 || fresh.length === 0 ? undefined : searchTrail(old, fresh);
  if (trail === undefined) {
    return [
      ...old.map((text): WordChange => ({ type: "removed", text })),
      ...fresh.map((text): WordChange => ({ type: "added", text })),
    ];
  }
  return walkBack(trail, old, fresh);
}

/** For each number of edits, how far each diagonal was reached; undefined when there are too many. */
function searchTrail(old: readonly string[], fresh: readonly string[]): readonly Int32Array[] | undefined {
  const most = Math.min(MOST_EDITS, old.length + fresh.length);
  const reach = new Int32Array(2 * most + 3);
  const trail: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trail.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepInto(reach, diagonal, edits, most).from;
      let y = x - diagonal;
      while (x < old.length && y < fresh.length && old[x] === fresh[y]) {
        x += 1;
        y += 1;
      }
      reach[diagonal + most + 1] = x;
      if (x >= old.length && y >= fresh.length) return trail;
    }
  }
  return undefined;
}

/** Whether a diagonal is entered by an addition (down) or a removal (right), and where that leads. */
function stepInto(reach: Int32Array, diagonal: number, edits: number, most: number) {
  const below = reach[diagonal + most] ?? 0;
  const above = reach[diagonal + most + 2] ?? 0;
  const isDown = diagonal === -edits || (diagonal !== edits && below < above);
  return { isDown, from: isDown ? above : below + 1 };
}

function walkBack(
  trail: readonly Int32Array[],
  old: readonly string[],
  fresh: readonly string[],
): readonly WordChange[] {
  const most = Math.min(MOST_EDITS, old.length + fresh.length);
  const changes: WordChange[] = [];
  let [x, y] = [old.length, fresh.length];
  const keep = (until: number): void => {
    for (; x > until; x -= 1, y -= 1) changes.push({ type: "same", text: old[x - 1] ?? "" });
  };
  for (let edits = trail.length - 1; edits > 0; edits -= 1) {
    const { isDown, from } = stepInto(trail[edits] ?? new Int32Array(0), x - y, edits, most);
    keep(from);
    if (isDown) {
      y -= 1;
      changes.push({ type: "added", text: fresh[y] ?? "" });
    } else {
      x -= 1;
      changes.push({ type: "removed", text: old[x] ?? "" });
    }
  }
  keep(0);
  return changes.toReversed();
}

/** A gap of nothing but spaces between two changes is read as part of them. */
function bridgeGaps(changes: readonly WordChange[]): readonly WordChange[] {
  return changes.flatMap((change, at): readonly WordChange[] => {
    const isGap = change.type === "same" && change.text.trim() === "" && at > 0 && at < changes.length - 1;
    if (!isGap) return [change];
    return [
      { type: "removed", text: change.text },
      { type: "added", text: change.text },
    ];
  });
}

/** Within a stretch of changes, what was removed stands before what was added. */
function joinAlike(changes: readonly WordChange[]): readonly WordChange[] {
  const joined: WordChange[] = [];
  const open = { removed: "", added: "" };
  const close = (): void => {
    if (open.removed !== "") joined.push({ type: "removed", text: open.removed });
    if (open.added !== "") joined.push({ type: "added", text: open.added });
    open.removed = "";
    open.added = "";
  };
  let same = "";
  for (const { type, text } of changes) {
    if (type === "same") {
      close();
      same += text;
      continue;
    }
    if (same !== "") joined.push({ type: "same", text: same });
    same = "";
    open[type] += text;
  }
  close();
  if (same !== "") joined.push({ type: "same", text: same });
  return joined;
}
