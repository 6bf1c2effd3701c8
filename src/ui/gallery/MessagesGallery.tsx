/** Gallery: callouts, toasts, progress, meters, skeleton, empty state. */

import { useState } from "react";
import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { EmptyState } from "../kit/EmptyState.tsx";
import { PauseIcon } from "../kit/icons/actions.tsx";
import { CasesIcon } from "../kit/icons/places.tsx";
import { CheckCircleIcon } from "../kit/icons/signs.tsx";
import { Meter } from "../kit/Meter.tsx";
import { Progress } from "../kit/Progress.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { timeLeft } from "../kit/time-left.ts";
import { ToastRegion } from "../kit/ToastRegion.tsx";
import type { Toast } from "../kit/ToastRegion.tsx";
import { GalleryRow, GallerySection } from "./GallerySection.tsx";

export function CalloutsGallery(): ReactElement {
  return (
    <GallerySection title="Callouts">
      <Callout tone="info" toneLabel="Information" title="Computed from the graph">
        No model wrote these words.
      </Callout>
      <Callout tone="positive" toneLabel="Good" title="All 14 numbers match the note" />
      <Callout
        tone="caution"
        toneLabel="Caution"
        title="Two steps are stale"
        actions={<Button size="small">Run them again</Button>}
      >
        You edited finding 3 after they were written.
      </Callout>
      <Callout tone="critical" toneLabel="Critical" title="Contraindicated in this patient">
        Metformin with an eGFR of 24 mL/min/1.73 m².
      </Callout>
    </GallerySection>
  );
}

export function ProgressGallery(): ReactElement {
  const left = timeLeft(0.35, 70);
  return (
    <GallerySection title="Progress and meters">
      <Progress
        label="Installing the model"
        share={0.35}
        amount="1.2 of 3.4 GB"
        timeLeft={left.type === "minutes" ? `about ${left.minutes} min left` : undefined}
        actions={
          <>
            <Button size="small" icon={<PauseIcon />}>
              Pause
            </Button>
            <Button size="small" tone="quiet">
              Cancel
            </Button>
          </>
        }
      />
      <Progress label="Reading the case" amount="412 words" />
      <Meter label="Pulmonary embolism" value={0.78} words="strong" baseline={0.5} />
      <Meter label="Pneumonia" value={0.31} words="weak" baseline={0.5} tone="caution" />
      <Meter
        label="Anxiety"
        value={0.04}
        words="almost nothing speaks for it"
        baseline={0.5}
        tone="critical"
      />
    </GallerySection>
  );
}

export function WaitingGallery(): ReactElement {
  return (
    <GallerySection title="Nothing yet">
      <Skeleton label="Loading cases" lines={4} />
      <EmptyState
        icon={<CasesIcon />}
        title="No case on this device"
        headingLevel={3}
        actions={
          <>
            <Button tone="primary">Start a new case</Button>
            <Button>Open the sample case</Button>
          </>
        }
      >
        Paste a note, or open a sample to see how it works.
      </EmptyState>
    </GallerySection>
  );
}

const DONE_ICON = (
  <span className="text-[1.2em] text-positive">
    <CheckCircleIcon />
  </span>
);

export function ToastsGallery(): ReactElement {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const add = (toast: Omit<Toast, "id">): void =>
    setToasts((shown) => [...shown, { ...toast, id: String((Number(shown.at(-1)?.id) || 0) + 1) }]);
  return (
    <GallerySection title="Toasts">
      <GalleryRow>
        <Button
          onClick={() =>
            add({ message: "Annotation removed", action: { label: "Undo", onAction: () => {} } })
          }
        >
          Show one with undo
        </Button>
        <Button
          onClick={() =>
            add({
              message: "Copied with its sources",
              icon: DONE_ICON,
            })
          }
        >
          Show one that passes
        </Button>
      </GalleryRow>
      <ToastRegion
        label="Messages"
        dismissLabel="Dismiss"
        toasts={toasts}
        onDismiss={(id) => setToasts((shown) => shown.filter((toast) => toast.id !== id))}
      />
    </GallerySection>
  );
}
