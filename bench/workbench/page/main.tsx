/**
 * The workbench as `src/app/main.tsx` starts it, with one difference: a run is on the script that a benchmark handed
 * over, at its length and pace, instead of a teaching case's. What the benchmark asks for is on `globalThis.workbenchPage`.
 */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { createServices } from "../../../src/app/create-services.ts";
import { createNavigation } from "../../../src/app/navigation.ts";
import { Shell } from "../../../src/app/Shell.tsx";
import { invariant } from "../../../src/shared/assert.ts";
import { type Services, ServicesContext } from "../../../src/ui/services.ts";
import { applyThemeChoice, readThemeChoice } from "../../../src/ui/theme-choice.ts";
import { watchLongTasks } from "../../decode/page/load-main-thread.ts";
import { createWorkbenchPage } from "./workbench-page.ts";
import { createScriptSources } from "./script-sources.ts";

const root = document.querySelector("#root");
invariant(root !== null, "index.html has no #root");

applyThemeChoice(readThemeChoice());
const scripts = createScriptSources();
const navigation = createNavigation(() => services.seal.recordStopped("navigation"));
const services: Services = { ...createServices(navigation.go), openRunSource: scripts.open };
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
globalThis.workbenchPage = createWorkbenchPage(services, scripts, watchLongTasks);

createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <ServicesContext value={services}>
      <Shell navigation={navigation} />
    </ServicesContext>
  </QueryClientProvider>,
);
