/** Words of the guided tour through one teaching case. */

export const tourText = {
  region: "Guided tour",
  offerTitle: "New here? Take the tour",
  offerAgainTitle: "The guided tour",
  offer:
    "About four minutes with one invented patient: read, question, correct and undo with the real controls. You can leave at any moment.",
  offerLeft: (stop: number, stops: number) =>
    `You left it at stop ${stop} of ${stops}. It goes on from there, with a fresh copy of its case.`,
  offerDone: "You have taken it. It can be taken again at any time.",
  start: "Start the tour",
  goOn: "Take it up again",
  fromStart: "From the beginning",
  stop: (stop: number, stops: number) => `Stop ${stop} of ${stops}`,
  next: "Next",
  back: "Back",
  leave: "Leave the tour",
  finish: "Finish the tour",
  show: "Go to it",
  openTab: (pane: string) => `Open the tab ${pane} to go on.`,
  waitForEnd: "This stop begins when the walk-through has ended.",
  keys: "F6 moves between the tour and what it points at.",
  leftHere: (stop: number, stops: number) => `The tour waits at stop ${stop} of ${stops}.`,
  putAway: "Put the tour away",
  toTake: (name: string) => `Take out: ${name}`,
  stillToTake: (count: number) =>
    count === 1 ? "This one is enough to change the leader." : `${count} findings carry the leader.`,
  stops: {
    note: {
      title: "The note, sentence by sentence",
      words:
        "Every sentence has a number, and every statement must cite the sentences it rests on. Choose a number: it lights up, here and wherever it is cited.",
    },
    run: {
      title: "Let the case be reasoned about",
      words:
        "With a model installed, this runs the model. Without one, a teaching case replays a script that was written in advance, and says so. Start it.",
    },
    thinking: {
      title: "Thinking, then statements",
      words:
        "Thinking is free text before anything is committed. Only the statements after it become steps of the argument: each one a card that can be questioned. Open it to read it.",
    },
    ask: {
      title: "Question a step",
      words:
        "This card is the hypothesis that leads. Open Ask and choose a question, such as why it leads or what speaks against it.",
    },
    answer: {
      title: "A computed answer",
      words:
        "It is computed from the argument at once, without any model, and marked so. Its strengths compare arguments; they are no probability of a disease.",
    },
    views: {
      title: "The same argument, drawn",
      words:
        "Graph and Outline show what the dialogue says. Whatever is chosen in one lights up in all, and each of them is complete by itself. Open the outline.",
    },
    retract: {
      title: "Take findings out and watch the leader",
      words:
        "Open the menu of the chosen card and take Retract: all strengths move at once. Go on until another hypothesis leads.",
    },
    verdict: {
      title: "Your verdict",
      words:
        "Another hypothesis leads now, chosen here. In the same menu you judge a step: accept, reject or unsure. Your verdict stays with it, apart from the model's words.",
    },
    undo: {
      title: "Nothing is final",
      words:
        "Undo takes back what was changed, step by step, and Redo brings it again. The record keeps everything that ever happened.",
    },
    kept: {
      title: "Where it is kept",
      words:
        "Here stands whether everything is saved. A vault keeps cases encrypted on this device; a temporary workspace is forgotten with the page. Nothing goes anywhere else.",
    },
  },
} as const;
