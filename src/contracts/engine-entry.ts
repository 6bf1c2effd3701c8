/** One line of the engine registry: what the workbench may say about an engine before loading any of it. */

export type EngineEntry = {
  readonly id: string;
  readonly label: string;
  /** What it runs on, in words for the Models page. */
  readonly runsOn: string;
};
