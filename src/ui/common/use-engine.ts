/** How a screen reads the model of this page and asks something of it. Suspends until its code is fetched. */
import { use } from "react";
import { useStore } from "zustand";
import type { EngineSession } from "../../workbench/engine-session/engine-session.ts";
import type { EngineState } from "../../workbench/engine-session/engine-state.ts";
import { useServices } from "../services.ts";

/** The session of this page with its state as it is now. */
export function useEngine(): { readonly session: EngineSession; readonly state: EngineState } {
  const session = use(useServices().loadEngine());
  return { session, state: useStore(session.store) };
}
