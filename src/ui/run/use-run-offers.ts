/** What this case can be run on here and now. */
import { useQuery } from "@tanstack/react-query";
import { isInMemory } from "../../workbench/engine-session/engine-state.ts";
import { useEngine } from "../common/use-engine.ts";
import { useCase } from "../desk/use-desk.ts";
import { teachingCaseQuery, teachingIndexQuery } from "../queries.ts";
import { useServices } from "../services.ts";

export type RunOffers = {
  /** The model that is loaded. */
  readonly model: { readonly name: string; readonly engine: string } | undefined;
  /** The teaching case whose walk-through fits this text. */
  readonly script: string | undefined;
  /** The teaching case that this was to begin with, whether its text was corrected or not. */
  readonly walkThrough: string | undefined;
  /** It was a teaching case until its text was corrected. */
  readonly isRevised: boolean;
};

/** Suspends until the engine's code is there. */
export function useRunOffers(): RunOffers {
  const { session, state } = useEngine();
  const { model, status, contextTokens } = state;
  const isReady = model !== undefined && contextTokens !== undefined && isInMemory(status);
  return {
    model: isReady ? { name: model.name, engine: session.readEntry()?.label ?? "" } : undefined,
    ...useTeachingScript(),
  };
}

/**
 * The record itself says which teaching case it is: by the title it was created with, which renaming does not touch, and
 * by its text, to whose sentences the walk-through holds on. So it is known again after a reload or a restored backup.
 */
function useTeachingScript(): Pick<RunOffers, "script" | "walkThrough" | "isRevised"> {
  const services = useServices();
  const title = useCase(({ view }) => view.state.title);
  const text = useCase(({ view }) => view.state.text?.text);
  const { data: index } = useQuery(teachingIndexQuery(services));
  const entry = index?.ok === true ? index.value.cases.find((known) => known.title === title) : undefined;
  const { data: teaching } = useQuery({
    ...teachingCaseQuery(services, entry?.id ?? ""),
    enabled: entry !== undefined,
  });
  if (entry === undefined || teaching?.ok !== true)
    return { script: undefined, walkThrough: undefined, isRevised: false };
  const isSame = teaching.value.vignette === text;
  return { script: isSame ? entry.id : undefined, walkThrough: entry.id, isRevised: !isSame };
}
