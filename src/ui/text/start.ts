/** Words of the first choice, shown while nothing is here yet. */

export const startText = {
  title: "Where would you like to begin?",
  lead: "All three can be done later, in any order. Nothing about a patient is needed for any of them.",
  ways: {
    teach: {
      title: "Walk through a teaching case now",
      action: "Open the teaching cases",
      explanation: "A written case with its reasoning laid out. It replays a script; no model runs.",
      facts: {
        size: "Nothing to install",
        time: "Opens at once",
        memory: "Hardly any",
        privacy: "Invented patients; nothing is typed in",
      },
    },
    disk: {
      title: "Install a model from disk",
      action: "Choose a folder or file",
      explanation: "From a folder or a USB stick that someone gave you. Works with the network off.",
      facts: {
        size: "0.5 to 6 GB, copied once",
        time: "About 10 s per GB from an SSD, a minute from a stick",
        memory: "The files' size and half a GB more, while it runs",
        privacy: "Nothing goes over the network",
      },
    },
    download: {
      title: "Download one",
      action: "Open the model page",
      explanation: "On a page of its own, which cannot see a case. Judged against this device first.",
      facts: {
        size: "0.5 to 6 GB",
        time: "About 3 minutes per GB at 50 Mbit/s; can be paused",
        memory: "The files' size and half a GB more, while it runs",
        privacy: "The model host sees your address and which model, nothing else",
      },
    },
  },
  facts: { size: "Size", time: "Time", memory: "Memory", privacy: "Privacy" },
} as const;
