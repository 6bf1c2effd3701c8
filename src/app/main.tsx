/** Starts the workbench: services, navigation, theme, then the first screen in place of the static shell. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { invariant } from "../shared/assert.ts";
import { ServicesContext } from "../ui/services.ts";
import { applyThemeChoice, readThemeChoice } from "../ui/theme-choice.ts";
import { createNavigation } from "./navigation.ts";
import { createServices } from "./create-services.ts";
import { Shell } from "./Shell.tsx";

const root = document.querySelector("#root");
invariant(root !== null, "index.html has no #root");

applyThemeChoice(readThemeChoice());
const navigation = createNavigation(() => services.seal.recordStopped("navigation"));
const services = createServices(navigation.go);
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={services}>
        <Shell navigation={navigation} />
      </ServicesContext>
    </QueryClientProvider>
  </StrictMode>,
);
