/** The figures of the proof, and whether they mean that it held. */
import type { Figures } from "../../tools/figures.ts";
import type { Channel } from "./channels/channel.ts";
import { keptFileChannels } from "./channels/kept-files.ts";
import { redirectedNavigationId } from "./channels/model-page.ts";
import type { PhaseResult } from "./phase.ts";
import { type Tally, tallySightings } from "./tally.ts";
import type { Oracle } from "./world.ts";

export type EgressPhases = {
  readonly control: PhaseResult;
  readonly sealed: PhaseResult;
  readonly models: PhaseResult;
};

const keptIds: readonly string[] = keptFileChannels.map(({ id }) => id);

/** Whether nothing got out with the headers and everything did without them. */
export function holds(figures: Figures): boolean {
  const mustBeZero = [
    "leaks",
    "dnsOnly",
    "serviceWorkerLeaks",
    "modelPageLeaks",
    "canaryInOwnRequests",
    "canaryInVendorRequests",
    "canaryInAddressOrTitle",
    "canaryInConsole",
  ];
  return (
    mustBeZero.every((name) => figures[name] === 0) &&
    figures["controlLeaks"] === figures["channels"] &&
    figures["serviceWorkerControlLeaks"] === figures["serviceWorkerChannels"]
  );
}

/** Counts the three runs. */
export function figuresOf(oracle: Oracle, channels: readonly Channel[], phases: EgressPhases): Figures {
  const control = tallySightings(phases.control.sightings);
  const sealed = tallySightings(phases.sealed.sightings);
  const models = tallySightings(phases.models.sightings);
  const stayedIn = channels.map(({ id }) => id).filter((id) => !everyWayOut(control).includes(id));
  const fromModelPage = everyWayOut(models).filter((id) => id !== redirectedNavigationId);
  const { journey, serviceWorkerControls } = phases.sealed;
  return {
    oracle,
    channels: channels.length,
    leaks: without(keptIds, sealed.leaks).length,
    dnsOnly: without(keptIds, sealed.dnsOnly).length,
    controlLeaks: channels.length - stayedIn.length,
    serviceWorkerControls,
    serviceWorkerChannels: serviceWorkerControls ? keptIds.length : 0,
    serviceWorkerControlLeaks: everyWayOut(control).filter((id) => keptIds.includes(id)).length,
    serviceWorkerLeaks: everyWayOut(sealed).filter((id) => keptIds.includes(id)).length,
    modelPageLeaks: fromModelPage.length,
    // The policy names the hosts with their usual port, which only the namespace can serve.
    modelPageReachesItsHosts: oracle === "namespace" ? models.reachedAllowed : null,
    modelPageFollowsRedirectedNavigation:
      oracle === "namespace" ? everyWayOut(models).includes(redirectedNavigationId) : null,
    canaryInOwnRequests: phases.sealed.canaryInOwnRequests + phases.models.canaryInOwnRequests,
    canaryInVendorRequests: sealed.canaryInVendorRequests + models.canaryInVendorRequests,
    canaryInAddressOrTitle: journey?.canaryInAddressOrTitle ?? 0,
    canaryInConsole: journey?.canaryInConsole ?? 0,
    routesVisited: journey?.routes.length ?? 0,
    fieldsTyped: journey?.fieldsTyped ?? 0,
    leaked: everyWayOut(sealed),
    leakedFromModelPage: fromModelPage,
    controlDnsOnly: control.dnsOnly,
    controlStayedIn: stayedIn,
    vendorNames: [...new Set([control, sealed, models].flatMap(({ vendorNames }) => vendorNames))],
  };
}

function everyWayOut(tally: Tally): readonly string[] {
  return [...tally.leaks, ...tally.dnsOnly];
}

function without(ids: readonly string[], list: readonly string[]): readonly string[] {
  return list.filter((id) => !ids.includes(id));
}
