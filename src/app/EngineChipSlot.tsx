/** Where the model chip stands in the header. Its code is fetched after the first screen and keeps its place till then. */
import { type ReactElement, Suspense, lazy } from "react";
import { Chip } from "../ui/kit/Chip.tsx";
import { PanelBoundary } from "../ui/kit/PanelBoundary.tsx";
import { engineSlotText } from "../ui/text/shell.ts";

const EngineChip = lazy(() =>
  import("../ui/engine/EngineChip.tsx").then((file) => ({ default: file.EngineChip })),
);

export type EngineChipSlotProps = { readonly onOpen: () => void };

/** A chip that fails leaves the header as it is. */
export function EngineChipSlot({ onOpen }: EngineChipSlotProps): ReactElement {
  return (
    <PanelBoundary Failure={ChipFailure}>
      <Suspense fallback={<Chip>{engineSlotText.looking}</Chip>}>
        <EngineChip onOpen={onOpen} />
      </Suspense>
    </PanelBoundary>
  );
}

function ChipFailure(): ReactElement {
  return <Chip tone="critical">{engineSlotText.failed}</Chip>;
}
