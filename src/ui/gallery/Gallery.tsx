/** Every control in its main states on one page, for the eye, for axe and for screenshots. Dev builds only. */

import type { ReactElement } from "react";
import { ButtonsGallery, ChipsGallery } from "./ButtonsGallery.tsx";
import { ChoicesGallery, TextFieldsGallery } from "./FieldsGallery.tsx";
import { IconsGallery } from "./IconsGallery.tsx";
import { CalloutsGallery, ProgressGallery, ToastsGallery, WaitingGallery } from "./MessagesGallery.tsx";
import { NodesGallery } from "./NodesGallery.tsx";
import { OverlaysGallery } from "./OverlaysGallery.tsx";
import { SplitterGallery, TableGallery, TabsGallery, TreeGallery } from "./StructuresGallery.tsx";
import { TokensGallery } from "./TokensGallery.tsx";

/** The gallery page. */
export function Gallery(): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-6">
      <h1 className="text-title">Gallery of controls</h1>
      <TokensGallery />
      <NodesGallery />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <ButtonsGallery />
        <CalloutsGallery />
        <ChipsGallery />
        <OverlaysGallery />
        <TextFieldsGallery />
        <ChoicesGallery />
        <ProgressGallery />
        <WaitingGallery />
        <TreeGallery />
        <TabsGallery />
      </div>
      <TableGallery />
      <SplitterGallery />
      <ToastsGallery />
      <IconsGallery />
    </div>
  );
}
