/** The screen of a case, put together: panels, slim bars and tools, a line each, every one fetched for itself. */
import { type ReactElement, lazy } from "react";
import { CasePage } from "../ui/case/CasePage.tsx";
import type { CaseSlots } from "../ui/case/CasePanels.tsx";
import { held, quiet } from "./held-panels.tsx";

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
const ComparePanel = lazy(() =>
  import("../ui/branches/compare/ComparePanel.tsx").then((file) => ({ default: file.ComparePanel })),
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
const PrintTool = lazy(() =>
  import("../ui/print/PrintTool.tsx").then((file) => ({ default: file.PrintTool })),
);

/** One boundary a panel of a case, as for the screens: what breaks in one leaves the others standing. */
const CASE_SLOTS: CaseSlots = {
  tools: [
    { id: "history", panel: quiet(<HistoryTool />) },
    { id: "present", panel: quiet(<PresentTool />) },
    { id: "print", panel: quiet(<PrintTool />) },
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
    { id: "compare", panel: held(<ComparePanel />) },
    { id: "marks", panel: held(<MarksPanel />) },
  ],
};

/** Fetched with the first case that is opened, so that the frame carries none of it. */
export function CaseScreen({ caseId }: { readonly caseId: string }): ReactElement {
  return <CasePage caseId={caseId} slots={CASE_SLOTS} />;
}
