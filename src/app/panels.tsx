/** Which panel draws which route. Every panel is its own file in the build, fetched when it is first needed. */
import { type ReactElement, Suspense, lazy } from "react";
import { assertNever } from "../shared/assert.ts";
import type { CaseSlots } from "../ui/case/CasePanels.tsx";
import { PanelBoundary } from "../ui/kit/PanelBoundary.tsx";
import { Skeleton } from "../ui/kit/Skeleton.tsx";
import { NotFoundPage } from "../ui/not-found/NotFoundPage.tsx";
import { PanelFailure } from "../ui/shell/PanelFailure.tsx";
import { routeTitles, shellText } from "../ui/text/shell.ts";
import { VaultGate } from "../ui/vault/VaultGate.tsx";
import type { Route } from "./routes.ts";

const CasesPage = lazy(() =>
  import("../ui/cases/CasesPage.tsx").then((file) => ({ default: file.CasesPage })),
);
const CasePage = lazy(() => import("../ui/case/CasePage.tsx").then((file) => ({ default: file.CasePage })));
const RunBar = lazy(() => import("../ui/run/RunBar.tsx").then((file) => ({ default: file.RunBar })));
const DialoguePanel = lazy(() =>
  import("../ui/dialogue/DialoguePanel.tsx").then((file) => ({ default: file.DialoguePanel })),
);
const GraphPanel = lazy(() =>
  import("../ui/graph/GraphPanel.tsx").then((file) => ({ default: file.GraphPanel })),
);
const OutlinePanel = lazy(() =>
  import("../ui/outline/OutlinePanel.tsx").then((file) => ({ default: file.OutlinePanel })),
);
const MarksPanel = lazy(() =>
  import("../ui/marks/MarksPanel.tsx").then((file) => ({ default: file.MarksPanel })),
);
const MarkDock = lazy(() => import("../ui/marks/MarkDock.tsx").then((file) => ({ default: file.MarkDock })));
const BranchBar = lazy(() =>
  import("../ui/branches/BranchBar.tsx").then((file) => ({ default: file.BranchBar })),
);
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
const TourGuide = lazy(() =>
  import("../ui/tour/TourGuide.tsx").then((file) => ({ default: file.TourGuide })),
);
const HistoryTool = lazy(() =>
  import("../ui/time/HistoryTool.tsx").then((file) => ({ default: file.HistoryTool })),
);
const HistoryBar = lazy(() =>
  import("../ui/time/HistoryBar.tsx").then((file) => ({ default: file.HistoryBar })),
);
const PresentTool = lazy(() =>
  import("../ui/present/PresentTool.tsx").then((file) => ({ default: file.PresentTool })),
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

/** One boundary a panel of a case, as for the screens: what breaks in one leaves the others standing. */
const CASE_SLOTS: CaseSlots = {
  tools: [
    { id: "history", panel: quiet(<HistoryTool />) },
    { id: "present", panel: quiet(<PresentTool />) },
  ],
  runBar: held(<RunBar />),
  bars: [
    { id: "history", panel: quiet(<HistoryBar />) },
    { id: "branches", panel: quiet(<BranchBar />) },
    { id: "tour", panel: quiet(<TourGuide />) },
    { id: "mark", panel: quiet(<MarkDock />) },
  ],
  dialogue: held(<DialoguePanel />),
  views: [
    { id: "graph", panel: held(<GraphPanel />) },
    { id: "outline", panel: held(<OutlinePanel />) },
    { id: "marks", panel: held(<MarksPanel />) },
  ],
};

/** Offered where somebody begins; nothing waits for it. */
const TOUR_OFFER = quiet(<TourOffer />);

/** For what says nothing until it has something to say. */
function quiet(panel: ReactElement): ReactElement {
  return (
    <PanelBoundary Failure={PanelFailure}>
      <Suspense fallback={null}>{panel}</Suspense>
    </PanelBoundary>
  );
}

function held(panel: ReactElement): ReactElement {
  return (
    <PanelBoundary Failure={PanelFailure}>
      <Suspense fallback={<Skeleton label={shellText.loading} lines={2} />}>{panel}</Suspense>
    </PanelBoundary>
  );
}

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
          <CasePage caseId={route.caseId} slots={CASE_SLOTS} />
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
