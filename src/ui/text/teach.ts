/** Words of the teaching library. */
import type { TeachingLibraryError } from "../../contracts/teaching-library.ts";

export const teachText = {
  title: "Teach",
  lead: "Walk a group through a case part by part: let them commit before the next part is shown.",
  caution: "Synthetic cases, not clinically reviewed. Not for patient care.",
  cautionMore:
    "They were drafted without a clinician and checked against published criteria where named. Review a case before learners see it.",
  loading: "Opening the teaching cases",
  failed: {
    "teaching-file-missing": {
      title: "The teaching cases could not be fetched",
      wayOn:
        "Curbside's own server does not answer and this browser keeps no copy. Start Curbside again, then retry.",
    },
    "teaching-file-unreadable": {
      title: "The teaching cases cannot be read",
      wayOn:
        "The file is damaged or from another version. Reload the page to get the one that belongs to this version.",
    },
  } satisfies Record<TeachingLibraryError["type"], { readonly title: string; readonly wayOn: string }>,
  retry: "Try again",
  read: "Read the story",
  close: "Close the story",
  storyOf: (title: string) => `Story: ${title}`,
  next: (part: string) => `Show the next part: ${part}`,
  all: "That is the whole story.",
  open: "Open in the workbench",
  opening: "Opening…",
  openOf: (title: string) => `Open in the workbench: ${title}`,
  placeTitle: "Where shall the case be kept?",
  placeExplanation: "The workbench needs a place for the case, what is said about it and your marks.",
  temporary: "Nowhere: a temporary workspace",
  vault: { absent: "Set up the vault", locked: "Unlock the vault", open: "Go to Cases" },
  keepLater: "A temporary workspace is forgotten when this page is closed or reloaded.",
} as const;
