/** One installed model: what it is, how it stands, and everything that can be done with it. */

import { type ReactElement, useState } from "react";
import type { Fit, InstalledPack, ModelShelf } from "../../contracts/model-shelf.ts";
import type { EngineSession } from "../../workbench/engine-session/engine-session.ts";
import {
  type EngineState,
  type EngineStatus,
  isInMemory,
} from "../../workbench/engine-session/engine-state.ts";
import { EngineProblem } from "../common/EngineProblem.tsx";
import { LoadingBar } from "../common/LoadingBar.tsx";
import { useEngine } from "../common/use-engine.ts";
import { Button } from "../kit/Button.tsx";
import { Callout } from "../kit/Callout.tsx";
import { Chip } from "../kit/Chip.tsx";
import { engineStatusWords } from "../text/engine.ts";
import { packText } from "../text/shelf.ts";
import { toneLabels } from "../text/shell.ts";
import { PackFacts } from "./PackFacts.tsx";
import { PackMenu } from "./PackMenu.tsx";
import { ShelfProblem } from "./ShelfProblem.tsx";
import { toSessionModel } from "./to-session-model.ts";
import { useFit } from "./use-shelf.ts";

export type InstalledModelProps = {
  readonly shelf: ModelShelf;
  readonly installed: InstalledPack;
  /** A word on what was done with it. */
  readonly onDone: (message: string) => void;
};

/** Its name, its chips and its actions stand in one row; trouble stands below, in words. */
export function InstalledModel({ shelf, installed, onDone }: InstalledModelProps): ReactElement {
  const { session, state } = useEngine();
  const fit = useFit(shelf, installed.pack);
  const { pack } = installed;
  const isChosen = state.model?.packId === pack.id;
  const status = isChosen ? state.status : NOT_LOADED;
  const [problem, setProblem] = useState<ReactElement>();
  return (
    <article
      aria-label={pack.name}
      data-chosen={isChosen || undefined}
      className="grid gap-4 rounded-panel border border-line bg-surface p-4 data-chosen:border-accent-line"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid min-w-0 gap-1.5">
          <h3 className="text-lead font-[600] break-words">{pack.name}</h3>
          <PackChips installed={installed} status={status} isChosen={isChosen} fit={fit} />
        </div>
        <div className="flex items-center gap-2">
          <PackAction session={session} installed={installed} fit={fit} status={status} isChosen={isChosen} />
          <PackMenu
            shelf={shelf}
            installed={installed}
            onDone={onDone}
            onProblem={setProblem}
            beforeRemove={() => {
              if (isChosen) session.unload();
            }}
          />
        </div>
      </div>
      {status.type === "loading" && <LoadingBar name={pack.name} status={status} />}
      {problem}
      <PackTrouble session={session} installed={installed} fit={fit} status={status} />
      <PackFacts installed={installed} fit={fit} contextTokens={isChosen ? state.contextTokens : undefined} />
    </article>
  );
}

const NOT_LOADED: EngineState["status"] = { type: "none" };

type Standing = {
  readonly installed: InstalledPack;
  readonly fit: Fit | undefined;
  readonly status: EngineStatus;
};

function PackChips(props: Standing & { readonly isChosen: boolean }): ReactElement {
  const { installed, fit, status, isChosen } = props;
  const hasNone = !installed.isDamaged && fit?.type !== "does-not-fit" && !isChosen;
  return (
    <div className={hasNone ? "hidden" : "flex flex-wrap gap-1.5"}>
      {installed.isDamaged && <Chip tone="critical">{packText.damaged}</Chip>}
      {fit?.type === "does-not-fit" && <Chip tone="caution">{packText.noFit}</Chip>}
      {isChosen && <Chip tone="accent">{packText.chosen}</Chip>}
      {isInMemory(status) && <Chip tone="positive">{engineStatusWords(status)}</Chip>}
    </div>
  );
}

type PackActionProps = Standing & { readonly session: EngineSession; readonly isChosen: boolean };

/** The one thing a person would do next with it. */
function PackAction({ session, installed, fit, status, isChosen }: PackActionProps): ReactElement | null {
  if (isInMemory(status))
    return (
      <Button size="small" onClick={session.unload}>
        {status.type === "loading" ? packText.cancelLoading : packText.unload}
      </Button>
    );
  const canRun = !installed.isDamaged && fit?.type === "fits";
  return (
    <Button
      size="small"
      tone={canRun ? "primary" : "neutral"}
      disabled={!canRun}
      onClick={() => {
        if (fit?.type === "fits") void session.use(toSessionModel(installed, fit.contextTokens));
      }}
    >
      {isChosen ? packText.load : packText.use}
    </Button>
  );
}

function PackTrouble(props: Standing & { readonly session: EngineSession }): ReactElement | null {
  const { session, installed, fit, status } = props;
  if (status.type === "failed")
    return (
      <EngineProblem
        isOnShelf
        error={status.error}
        next={status.next}
        onLoad={() => void session.load()}
        onLoadNext={(next) => void session.use(next)}
      />
    );
  if (installed.isDamaged)
    return (
      <Callout tone="critical" toneLabel={toneLabels.critical} title={packText.damagedTitle}>
        {packText.damagedWayOn}
      </Callout>
    );
  return fit?.type === "does-not-fit" ? <ShelfProblem error={fit.error} /> : null;
}
