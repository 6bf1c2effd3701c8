/** The frame around every panel: header, notices, the panel of the route, and the overlays opened by commands. */
import { useQueryClient } from "@tanstack/react-query";
import {
  type ReactElement,
  Suspense,
  lazy,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { findCommandByKeys } from "../ui/commands/command.ts";
import { useVaultState } from "../ui/common/use-vault.ts";
import { PanelBoundary } from "../ui/kit/PanelBoundary.tsx";
import { Skeleton } from "../ui/kit/Skeleton.tsx";
import { VAULT_KEY } from "../ui/queries.ts";
import { SealChip } from "../ui/seal/SealChip.tsx";
import { useServices } from "../ui/services.ts";
import { Header, type NavigationPlace } from "../ui/shell/Header.tsx";
import { Notices } from "../ui/shell/Notices.tsx";
import { PanelFailure } from "../ui/shell/PanelFailure.tsx";
import { routeTitles, shellText } from "../ui/text/shell.ts";
import { VaultBanner } from "../ui/vault/VaultBanner.tsx";
import { VaultButton } from "../ui/vault/VaultButton.tsx";
import { LOCK_KEYS, createCommands } from "./commands.ts";
import type { Navigation } from "./navigation.ts";
import { EngineChipSlot } from "./EngineChipSlot.tsx";
import { Overlays, type OverlayName } from "./Overlays.tsx";
import { panelOf } from "./panels.tsx";
import { type Route, readRoute } from "./routes.ts";

const VaultKeeper = lazy(() =>
  import("../ui/vault/VaultKeeper.tsx").then((file) => ({ default: file.VaultKeeper })),
);

export type ShellProps = { readonly navigation: Navigation };

/** One boundary a panel: what breaks inside stays inside. */
export function Shell({ navigation }: ShellProps): ReactElement {
  const path = useSyncExternalStore(navigation.subscribe, navigation.readPath);
  const route = readRoute(path);
  const [overlay, setOverlay] = useState<OverlayName>();
  const { lock, isTemporary, isInside } = useLock(() => setOverlay("end-temporary"));
  const commands = useMemo(
    () =>
      createCommands({
        lock,
        isTemporary,
        go: navigation.go,
        openPalette: () => setOverlay("palette"),
        openHelp: () => setOverlay("help"),
        openSeal: () => setOverlay("seal"),
        openEngine: () => setOverlay("engine"),
      }),
    [navigation, lock, isTemporary],
  );
  useShortcuts(commands);
  const main = useTitleAndFocus(route, path);
  // A case is a desk and takes the room there is; every other screen is read in one column.
  const isCase = route.type === "case";
  return (
    <div className={`flex min-h-dvh flex-col ${isCase ? "[--frame-width:112rem]" : "[--frame-width:72rem]"}`}>
      <a
        href="#content"
        className="fixed start-2 top-2 z-50 -translate-y-20 rounded-control bg-accent px-4 py-2 text-on-accent focus:translate-y-0"
      >
        {shellText.skip}
      </a>
      <Header
        current={placeOf(route)}
        vaultButton={<VaultButton shortcut={LOCK_KEYS} onPress={() => lock?.()} />}
        engineChip={<EngineChipSlot onOpen={() => setOverlay("engine")} />}
        privacyChip={<SealChip onOpen={() => setOverlay("seal")} />}
        openCommands={() => setOverlay("palette")}
        openHelp={() => setOverlay("help")}
      />
      <VaultBanner />
      <main
        ref={main}
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full max-w-(--frame-width) flex-1 px-4 outline-none sm:px-6 ${isCase ? "py-5" : "py-8"}`}
      >
        <Notices />
        <PanelBoundary key={path} Failure={PanelFailure}>
          <Suspense fallback={<Skeleton label={shellText.loading} lines={5} />}>{panelOf(route)}</Suspense>
        </PanelBoundary>
      </main>
      <footer className="mx-auto w-full max-w-(--frame-width) px-4 py-6 text-small text-ink-soft sm:px-6">
        {shellText.intendedUse}
      </footer>
      {isInside && (
        <Suspense fallback={null}>
          <VaultKeeper isTemporary={isTemporary} />
        </Suspense>
      )}
      {overlay !== undefined && (
        <Overlays overlay={overlay} commands={commands} onClose={() => setOverlay(undefined)} />
      )}
    </div>
  );
}

/** How this page locks its vault; what was read from it is forgotten as soon as it is closed, whoever closed it. */
function useLock(askToEnd: () => void) {
  const { lockGuard } = useServices();
  const queryClient = useQueryClient();
  const { type } = useVaultState();
  const isTemporary = type === "temporary";
  const isInside = isTemporary || type === "open";
  const ask = useRef(askToEnd);
  useEffect(() => {
    if (!isInside) queryClient.removeQueries({ queryKey: [VAULT_KEY] });
  }, [isInside, queryClient]);
  const lock = useMemo(() => {
    if (!isInside) return undefined;
    return isTemporary ? () => ask.current() : () => void lockGuard.lock("asked");
  }, [isInside, isTemporary, lockGuard]);
  return { lock, isTemporary, isInside };
}

function placeOf(route: Route): NavigationPlace | undefined {
  if (route.type === "case") return "cases";
  return route.type === "gallery" || route.type === "not-found" ? undefined : route.type;
}

function useShortcuts(commands: ReturnType<typeof createCommands>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = findCommandByKeys(commands, event);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [commands]);
}

/** The title never holds case text; focus follows the route so that a keyboard starts where the content does. */
function useTitleAndFocus(route: Route, path: string) {
  const main = useRef<HTMLElement>(null);
  const shownPath = useRef(path);
  useEffect(() => {
    document.title = `${routeTitles[route.type]} · Curbside`;
    if (shownPath.current === path) return;
    shownPath.current = path;
    main.current?.focus({ preventScroll: true });
  }, [route.type, path]);
  return main;
}
