/** Parts of the picture that are fetched when they are first needed, so that the drawing itself is there sooner. */
import { lazy } from "react";

/** The map in the corner. */
export const MiniMap = lazy(() => import("./MiniMap.tsx").then((file) => ({ default: file.MiniMap })));
/** What is selected, in words. */
export const SelectedPart = lazy(() =>
  import("./SelectedPart.tsx").then((file) => ({ default: file.SelectedPart })),
);
/** The menu that makes the picture a file. */
export const SavePicture = lazy(() =>
  import("./SavePicture.tsx").then((file) => ({ default: file.SavePicture })),
);
