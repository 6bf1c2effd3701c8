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
  something: "something that is no longer there",
} as const;

export const branchText = {
  region: "Branches",
  stale: (count: number) =>
    count === 1 ? "1 step or link is out of date" : `${count} steps and links are out of date`,
  staleHelp: "They rest on something that was changed since. What stands now stays on its branch.",
  showThem: "Show them",
  hideThem: "Hide them",
  runOnlyThese: "Run only these again",
  noEngine: "Nothing to run them on: load a model first.",
  running: "A run is under way.",
  because: (change: string) => `Because a person ${change}`,
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
