/** The one thing that both halves of an engine know of each other: somewhere to post to and to listen at. */

export type EnginePort<Outgoing> = {
  readonly post: (message: Outgoing) => void;
  readonly listen: (listener: PortListener) => void;
  /** Ends the other side, whatever it is doing. */
  readonly close: () => void;
};

export type PortListener = {
  /** What arrived, not yet checked. */
  readonly onMessage: (data: unknown) => void;
  /** The other side died, or sent what could not even be copied. */
  readonly onFailure: () => void;
};

/** As much of a `Worker` as a port needs. */
type WorkerLike = Pick<Worker, "postMessage" | "addEventListener" | "terminate">;

/** The page's end of a worker. */
export function createWorkerPort(worker: WorkerLike): EnginePort<unknown> {
  return {
    post: (message) => worker.postMessage(message),
    listen: ({ onMessage, onFailure }) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => onMessage(data));
      worker.addEventListener("messageerror", onFailure);
      worker.addEventListener("error", onFailure);
    },
    close: () => worker.terminate(),
  };
}

/** As much of a worker's own scope, or of a message port, as its inner end needs. */
type ScopeLike = {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (type: "message", onEvent: (event: MessageEvent<unknown>) => void) => void;
  readonly close: () => void;
};

/** The worker's end, seen from inside. */
export function createScopePort(scope: ScopeLike): EnginePort<unknown> {
  return {
    post: (message) => scope.postMessage(message),
    listen: ({ onMessage }) => scope.addEventListener("message", ({ data }) => onMessage(data)),
    close: () => scope.close(),
  };
}
