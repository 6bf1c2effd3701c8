/** The overlays that a command can open. Their code is fetched on first use: most visits never need it. */
import { type ReactElement, Suspense, lazy } from "react";
import type { Command } from "../ui/commands/command.ts";
import { PanelBoundary, type PanelFailureProps } from "../ui/kit/PanelBoundary.tsx";
import { PanelFailure } from "../ui/shell/PanelFailure.tsx";

const CommandPalette = lazy(() =>
  import("../ui/commands/CommandPalette.tsx").then((file) => ({ default: file.CommandPalette })),
);
const KeyboardHelp = lazy(() =>
  import("../ui/commands/KeyboardHelp.tsx").then((file) => ({ default: file.KeyboardHelp })),
);
const EndTemporary = lazy(() =>
  import("../ui/vault/EndTemporary.tsx").then((file) => ({ default: file.EndTemporary })),
);
const EngineDialog = lazy(() =>
  import("../ui/engine/EngineDialog.tsx").then((file) => ({ default: file.EngineDialog })),
);
const SealDialog = lazy(() =>
  import("../ui/seal/SealDialog.tsx").then((file) => ({ default: file.SealDialog })),
);

export type OverlayName = "palette" | "help" | "seal" | "engine" | "end-temporary";

export type OverlaysProps = {
  readonly overlay: OverlayName;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
};

/** At most one at a time. */
export function Overlays({ overlay, commands, onClose }: OverlaysProps): ReactElement {
  return (
    <PanelBoundary Failure={OverlayFailure}>
      <Suspense fallback={null}>
        {overlay === "palette" && <CommandPalette commands={commands} onClose={onClose} />}
        {overlay === "help" && <KeyboardHelp commands={commands} onClose={onClose} />}
        {overlay === "end-temporary" && <EndTemporary onClose={onClose} />}
        {overlay === "engine" && <EngineDialog onClose={onClose} />}
        {overlay === "seal" && <SealDialog onClose={onClose} />}
      </Suspense>
    </PanelBoundary>
  );
}

/** Over the page, because the overlay that failed was to be there. */
function OverlayFailure(props: PanelFailureProps): ReactElement {
  return (
    <div className="fixed inset-x-4 bottom-4 z-40 mx-auto max-w-xl">
      <PanelFailure {...props} />
    </div>
  );
}
