/** Words of the branches of a case: what is out of date, the lanes, and what differs between two of them. */

/** What a person changed, as part of a sentence. */
export const changeText = {
  revised: "corrected the case text",
  added: (name: string) => `added “${name}”`,
  edited: (name: string) => `edited “${name}”`,
  retracted: (name: string) => `retracted “${name}”`,
  linked: (link: string) => `added the link “${link}”`,
  editedLink: (link: string) => `changed the link “${link}”`,
  retractedLink: (link: string) => `retracted the link “${link}”`,
  settled: (name: string) => `found that “${name}” still holds`,
  something: "something that is no longer there",
  byPerson: (change: string | undefined) => `A person ${change ?? "changed something"}.`,
} as const;

/** What people stated that is out of date. */
export type OwnCounts = {
  readonly all: number;
  readonly steps: number;
  /** Whether who is at work stated all of it. */
  readonly areMine: boolean;
};

function ownWords({ all, steps, areMine }: OwnCounts): string {
  const things = steps === all ? "steps" : steps === 0 ? "links" : "steps and links";
  const needs = all === 1 ? "still needs a look" : "still need a look";
  if (areMine) return `${all} of your own ${things} ${needs}`;
  return `${all} ${all === 1 ? things.slice(0, -1) : things} stated by people ${needs}`;
}

export const branchText = {
  region: "Branches",
  stale: (count: number) =>
    count === 1 ? "1 step or link is out of date" : `${count} steps and links are out of date`,
  staleHelp: "They rest on something that was changed since. What stands now stays on its branch.",
  own: ownWords,
  ownHelp: "No run states again what a person stated. Say that it still holds, or correct it.",
  isOwn: "stated by a person",
  showThem: "Show them",
  hideThem: "Hide them",
  runOnlyThese: "Run only these again",
  noEngine: "Nothing to run them on: load a model first.",
  running: "A run is under way.",
  because: (change: string) => `Because a person ${change}`,
  becauseReworded: (name: string) => `Because a run stated in other words: “${name}”`,
  becauseUnknown: "Because of an earlier change",
  more: (count: number) => `and ${count} more`,
  lanes: "Branches of this case",
  lane: {
    first: () => "First run",
    rerun: (count: number) => `Re-run ${count}`,
    copy: (count: number) => `Copy ${count}`,
  },
  after: (changes: string) => `after: ${changes}`,
  began: (parent: string, time: string) => `from ${parent}, ${time}`,
  andMore: (first: string, count: number) =>
    count === 1 ? `${first} and 1 more change` : `${first} and ${count} more changes`,
  leads: (name: string) => `Leading: ${name}`,
  noLeader: "No hypothesis yet",
  show: (name: string) => `Show ${name}`,
  shown: "Shown",
  nowShown: (name: string) => `Shown: ${name}.`,
  favour: (name: string) => `Make ${name} the favourite`,
  isFavourite: (name: string) => `${name} is the favourite: it opens first`,
  nowFavourite: (name: string) => `${name} is the favourite now.`,
  staleCount: (count: number) => `${count} out of date`,
} as const;

export const compareText = {
  title: "Compare two versions",
  emptyTitle: "Nothing to compare yet",
  emptyExplanation:
    "Correct something, or run again what is out of date: then the argument before and after stand here side by side.",
  before: "Before",
  after: "After",
  swap: "Swap the two",
  now: (name: string) => `${name}, as it is now`,
  lastRun: (name: string) => `${name}, when its last run ended`,
  answer: "Answer",
  leader: "Leader",
  conclusion: "Conclusion",
  noLeader: "No hypothesis",
  noConclusion: "None stated",
  leaderSame: "The same hypothesis leads in both.",
  leaderChanged: "Another hypothesis leads.",
  strengths: (count: number) => `Strengths that moved (${count})`,
  noStrengths: "No strength differs.",
  strengthsHidden: "Strengths are hidden while people judge for themselves.",
  unseen: (count: number) =>
    count === 1 ? "One more moved by less than 0.01." : `${count} more moved by less than 0.01.`,
  tick: "The tick is where it stood before. A strength is not a probability.",
  more: (count: number) => `Show ${count} more`,
  added: (count: number) => `Only after (${count})`,
  lost: (count: number) => `Only before (${count})`,
  changed: (count: number) => `Changed (${count})`,
  graph: "Steps and links",
  nothing: "Both hold the same steps and links.",
  same: "Choose two different versions.",
  summary: (added: number, lost: number, changed: number) =>
    `${added} added, ${lost} lost, ${changed} changed`,
  fields: {
    text: "Words",
    polarity: "Is it there",
    baseScore: "Starting strength",
    weight: "Counts",
    attack: "What it does",
    kind: "What it is or does",
    rationale: "Reason given",
    citations: "Sentences cited",
    move: "Kind of reasoning",
    mustNotMiss: "Must not be missed",
    critical: "Critical",
    stage: "Stage",
  },
  otherField: "Other details",
  none: "none",
  yes: "yes",
  no: "no",
} as const;
