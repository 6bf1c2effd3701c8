/** One sentence and one way on for every bad day of the surroundings. */
import type { Condition } from "../../workbench/conditions/conditions.ts";

type ConditionText = {
  readonly tone: "caution" | "critical";
  readonly title: string;
  readonly wayOn: string;
};

export const conditionTexts = {
  "insecure-address": {
    tone: "critical",
    title:
      "This address is not secure, so the browser withholds encryption, storage and the graphics processor.",
    wayOn: "Open Curbside at localhost, or over https. Ask whoever hosts it for an https address.",
  },
  "database-refused": {
    tone: "caution",
    title: "This browser refuses to store anything here, as private windows and blocked cookies do.",
    wayOn:
      "You can look around, but nothing will be kept. Open Curbside in an ordinary window to keep cases.",
  },
  "storage-full": {
    tone: "critical",
    title: "The room that this browser gives Curbside is nearly used up.",
    wayOn:
      "Free space on this device or remove a model you no longer need. Cases are never removed to make room.",
  },
  "service-worker-missing": {
    tone: "caution",
    title: "This browser cannot keep the app for offline use.",
    wayOn:
      "Everything works while the address that serves Curbside can be reached. For offline work use a current Chrome, Edge, Firefox or Safari.",
  },
  "service-worker-failed": {
    tone: "caution",
    title: "Keeping the app for offline use did not work this time.",
    wayOn:
      "Everything works while online. Reload to try again; if it stays, check that the device has free space.",
  },
} as const satisfies Record<Condition, ConditionText>;
