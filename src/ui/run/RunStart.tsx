/** The one button that runs, with what it runs on and how the last run ended beside it. */

import { useEffect, useState } from "react";
import type { ReactElement, ReactNode } from "react";
import { useStore } from "zustand";
import type { CaseRunChoices, RunWish } from "../../workbench/case-run/run-source.ts";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useCase, useIsLookingBack } from "../desk/use-desk.ts";
import { useCaseRun } from "../desk/use-run.ts";
import { Button } from "../kit/Button.tsx";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { Chip } from "../kit/Chip.tsx";
import { IconButton } from "../kit/IconButton.tsx";
import { MoreIcon, PlayIcon } from "../kit/icons/actions.tsx";
import { ModelsIcon, TeachIcon } from "../kit/icons/places.tsx";
import { Popover } from "../kit/Popover.tsx";
import { Select } from "../kit/Select.tsx";
import { runText } from "../text/run.ts";
import { timeText } from "../text/time.ts";
import { newestRun } from "./newest-run.ts";
import { RunChoicesForm } from "./RunChoicesForm.tsx";
import { type RunOffers, useRunOffers } from "./use-run-offers.ts";

/** A model that is loaded comes first: whoever loaded it wants it to speak. */
export function RunStart({ outcome }: { readonly outcome: ReactNode }): ReactElement {
  const { chosen, choose } = useCaseRun();
  const { choices } = useStore(chosen);
  const offers = useRunOffers();
  const [preferred, setPreferred] = useState<RunWish["type"]>("model");
  const wish = useWish(offers, preferred);
  if (wish === undefined)
    return (
      <>
        <NothingToRunOn isRevised={offers.isRevised} />
        {outcome}
      </>
    );
  const isScript = wish.type === "script";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <StartButton wish={wish} choices={choices} />
      {offers.model !== undefined && offers.script !== undefined ? (
        <div className="w-72 max-w-full max-sm:order-last">
          <Select
            label={runText.on}
            isLabelHidden
            options={[
              { id: "model", label: runText.model(offers.model.name, offers.model.engine) },
              { id: "script", label: runText.script },
            ]}
            selectedId={wish.type}
            onSelect={(id) => setPreferred(id === "script" ? "script" : "model")}
          />
        </div>
      ) : (
        <span className="max-w-full max-sm:order-last">
          <SourceChip offers={offers} />
        </span>
      )}
      <div className="grid min-w-0 flex-1 basis-64 gap-0.5 max-sm:contents">
        {outcome}
        {isScript && <p className="text-small text-ink-soft max-sm:hidden">{runText.scriptMore}</p>}
      </div>
      <ChoicesButton>
        <RunChoicesForm
          choices={choices}
          isScript={isScript}
          onChange={(next) => choose({ choices: next })}
        />
      </ChoicesButton>
    </div>
  );
}

/** In words where there is room for them; on a phone the note is what the first screen is for. */
function ChoicesButton({ children }: { readonly children: ReactElement }): ReactElement {
  return (
    <>
      <span className="max-sm:hidden">
        <Popover label={runText.choices} trigger={<Button tone="quiet">{runText.choices}</Button>}>
          {children}
        </Popover>
      </span>
      <span className="ms-auto sm:hidden">
        <Popover label={runText.choices} trigger={<IconButton icon={<MoreIcon />} label={runText.choices} />}>
          {children}
        </Popover>
      </span>
    </>
  );
}

/** What is chosen here is what every panel of the case runs on. */
function useWish({ model, script, walkThrough }: RunOffers, preferred: RunWish["type"]): RunWish | undefined {
  const { choose } = useCaseRun();
  const hasModel = model !== undefined;
  useEffect(
    () =>
      choose({
        wish: wishOf(hasModel, script, preferred),
        rerunWish: wishOf(hasModel, walkThrough, preferred),
        hasModel,
      }),
    [choose, hasModel, script, walkThrough, preferred],
  );
  return wishOf(hasModel, script, preferred);
}

function wishOf(
  hasModel: boolean,
  script: string | undefined,
  preferred: RunWish["type"],
): RunWish | undefined {
  const walk = script === undefined ? undefined : ({ type: "script", teachingCase: script } as const);
  if (!hasModel) return walk;
  return preferred === "script" && walk !== undefined ? walk : { type: "model" };
}

function SourceChip({ offers: { model } }: { readonly offers: RunOffers }): ReactElement {
  if (model === undefined)
    return (
      <Chip tone="caution" icon={<TeachIcon />}>
        {runText.script}
      </Chip>
    );
  return <Chip icon={<ModelsIcon />}>{runText.model(model.name, model.engine)}</Chip>;
}

function StartButton({
  wish,
  choices,
}: {
  readonly wish: RunWish;
  readonly choices: CaseRunChoices;
}): ReactElement {
  const caseRun = useCaseRun();
  const isOpening = useStore(caseRun.status, (status) => status.isOpening);
  const hasRun = useCase(({ view }) => newestRun(view.state.runs.values()) !== undefined);
  const { isWritable } = useDeskActions();
  const isLookingBack = useIsLookingBack();
  const isScript = wish.type === "script";
  const again = isScript ? runText.walkThroughAgain : runText.runAgain;
  const first = isScript ? runText.walkThrough : runText.run;
  return (
    <>
      <Button
        tone={hasRun ? "neutral" : "primary"}
        icon={<PlayIcon />}
        isPending={isOpening}
        pendingLabel={runText.opening}
        data-start-run
        disabled={!isWritable}
        onClick={() => void caseRun.start(wish, choices)}
      >
        {hasRun ? again : first}
      </Button>
      {!isWritable && (
        <p className="text-small text-ink-soft">{isLookingBack ? timeText.refused : runText.notWriter}</p>
      )}
    </>
  );
}

function NothingToRunOn({ isRevised }: { readonly isRevised: boolean }): ReactElement {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-[600]">{runText.noModelTitle}</p>
        <p className="text-small text-ink-soft">{isRevised ? runText.noModelRevised : runText.noModel}</p>
      </div>
      <ButtonLink href="/shelf" icon={<ModelsIcon />}>
        {runText.openModels}
      </ButtonLink>
    </div>
  );
}
