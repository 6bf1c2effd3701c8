/** The picture as a file: what is seen or all of it, as SVG or PNG. What draws it is only fetched when it is asked for. */

import { useStoreApi } from "@xyflow/react";
import { memo, useState, type ReactElement } from "react";
import { useDeskActions } from "../actions/desk-actions.ts";
import { useDesk } from "../desk/use-desk.ts";
import { Button } from "../kit/Button.tsx";
import { ChevronDownIcon } from "../kit/icons/arrows.tsx";
import { Menu, type MenuGroup } from "../kit/Menu.tsx";
import { graphText } from "../text/graph.ts";
import type { Picture } from "./paint-scene.ts";

type Extent = "seen" | "all";
type Format = "svg" | "png";

export type SavePictureProps = { readonly readPicture: () => Omit<Picture, "palette"> };

/** The menu and its button. */
export const SavePicture = memo(function SavePicture({ readPicture }: SavePictureProps): ReactElement {
  const desk = useDesk();
  const { say } = useDeskActions();
  const store = useStoreApi();
  const [isPending, setPending] = useState(false);
  const save = async (extent: Extent, format: Format): Promise<void> => {
    setPending(true);
    const { savePicture } = await import("./picture/save-picture.ts");
    const { transform, width, height } = store.getState();
    const [x, y, zoom] = transform;
    const saved = await savePicture({
      picture: readPicture(),
      facts: desk.facts.getState(),
      extent,
      format,
      view: { x, y, zoom },
      frame: { width, height },
    });
    setPending(false);
    say(saved.ok ? graphText.saved : graphText.saveFailed);
  };
  const groupOf = (extent: Extent, label: string): MenuGroup => ({
    id: extent,
    label,
    actions: (["svg", "png"] as const).map((format) => ({
      id: `${extent}-${format}`,
      label: `${label}, ${format.toUpperCase()}`,
      onAction: () => void save(extent, format),
    })),
  });
  return (
    <Menu
      label={graphText.save}
      areGroupLabelsHidden
      trigger={
        <Button size="small" isPending={isPending} endIcon={<ChevronDownIcon />}>
          {graphText.save}
        </Button>
      }
      groups={[groupOf("seen", graphText.saveSeen), groupOf("all", graphText.saveAll)]}
    />
  );
});
