/** Which panel draws which route. Every panel is its own file in the build, fetched when it is first needed. */
import { type ReactElement, lazy } from "react";
import { assertNever } from "../shared/assert.ts";
import { NotFoundPage } from "../ui/not-found/NotFoundPage.tsx";
import { routeTitles } from "../ui/text/shell.ts";
import { VaultGate } from "../ui/vault/VaultGate.tsx";
import { quiet } from "./held-panels.tsx";
import type { Route } from "./routes.ts";

const CasesPage = lazy(() =>
  import("../ui/cases/CasesPage.tsx").then((file) => ({ default: file.CasesPage })),
);
const CaseScreen = lazy(() => import("./CaseScreen.tsx").then((file) => ({ default: file.CaseScreen })));
const ShelfPage = lazy(() =>
  import("../ui/shelf/ShelfPage.tsx").then((file) => ({ default: file.ShelfPage })),
);
const TeachPage = lazy(() =>
  import("../ui/teach/TeachPage.tsx").then((file) => ({ default: file.TeachPage })),
);
const FirstChoice = lazy(() =>
  import("../ui/start/FirstChoice.tsx").then((file) => ({ default: file.FirstChoice })),
);
const TourOffer = lazy(() =>
  import("../ui/tour/TourOffer.tsx").then((file) => ({ default: file.TourOffer })),
);
const SettingsPage = lazy(() =>
  import("../ui/settings/SettingsPage.tsx").then((file) => ({ default: file.SettingsPage })),
);
const AboutPage = lazy(() =>
  import("../ui/about/AboutPage.tsx").then((file) => ({ default: file.AboutPage })),
);
// The condition is a constant of the build, so a production build holds no gallery.
const Gallery = import.meta.env.DEV
  ? lazy(() => import("../ui/gallery/Gallery.tsx").then((file) => ({ default: file.Gallery })))
  : NotFoundPage;

/** Offered where somebody begins; nothing waits for it. */
const TOUR_OFFER = quiet(<TourOffer />);

/** The panel of a route. */
export function panelOf(route: Route): ReactElement {
  switch (route.type) {
    case "cases":
      return (
        <VaultGate title={routeTitles.cases} start={<FirstChoice offer={TOUR_OFFER} />}>
          <CasesPage />
        </VaultGate>
      );
    case "case":
      return (
        <VaultGate title={routeTitles.case}>
          <CaseScreen caseId={route.caseId} />
        </VaultGate>
      );
    case "shelf":
      return <ShelfPage />;
    case "teach":
      return <TeachPage offer={TOUR_OFFER} />;
    case "settings":
      return <SettingsPage />;
    case "about":
      return <AboutPage />;
    case "gallery":
      return <Gallery />;
    case "not-found":
      return <NotFoundPage />;
    default:
      return assertNever(route);
  }
}
