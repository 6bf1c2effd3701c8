/** Gallery: tabs, tree, table, splitter. */

import { useState } from "react";
import type { ReactElement } from "react";
import { DialogueIcon, GraphIcon } from "../kit/icons/places.tsx";
import { NodeGlyph } from "../kit/NodeGlyph.tsx";
import { Splitter } from "../kit/Splitter.tsx";
import { Table } from "../kit/Table.tsx";
import type { TableColumn } from "../kit/Table.tsx";
import { Tabs } from "../kit/Tabs.tsx";
import { Tree } from "../kit/Tree.tsx";
import type { TreeNode } from "../kit/Tree.tsx";
import { GallerySection } from "./GallerySection.tsx";

const TREE: readonly TreeNode[] = [
  {
    id: "embolism",
    label: "Pulmonary embolism",
    icon: <NodeGlyph kind="hypothesis" />,
    note: "strong",
    children: [
      { id: "pain", label: "Sudden pleuritic pain", icon: <NodeGlyph kind="finding" />, note: "s1" },
      {
        id: "wells",
        label: "Wells score 7",
        icon: <NodeGlyph kind="calculation" />,
        children: [
          { id: "rate", label: "Heart rate 118/min", icon: <NodeGlyph kind="finding" />, note: "s3" },
        ],
      },
    ],
  },
  { id: "angiogram", label: "CT pulmonary angiogram", icon: <NodeGlyph kind="test" /> },
];

type Row = {
  readonly name: string;
  readonly value: number | undefined;
  readonly unit: string;
  readonly at: string;
};

const ROWS: readonly Row[] = [
  { name: "Troponin T", value: 34, unit: "ng/L", at: "s10" },
  { name: "D-dimer", value: 2140, unit: "ng/mL", at: "s9" },
  { name: "Creatinine", value: 1.4, unit: "mg/dL", at: "s2" },
  { name: "Lactate", value: undefined, unit: "mmol/L", at: "" },
];

const COLUMNS: readonly TableColumn<Row>[] = [
  { id: "name", heading: "Measurement", cell: (row) => row.name, sortValue: (row) => row.name },
  {
    id: "value",
    heading: "Value",
    isNumeric: true,
    cell: (row) => row.value?.toLocaleString("en") ?? "not given",
    sortValue: (row) => row.value,
  },
  { id: "unit", heading: "Unit", cell: (row) => row.unit },
  { id: "at", heading: "Sentence", cell: (row) => row.at, sortValue: (row) => row.at },
];

export function TreeGallery(): ReactElement {
  const [chosen, setChosen] = useState<string | undefined>("wells");
  return (
    <GallerySection title="Tree">
      <Tree
        label="Argument"
        nodes={TREE}
        initiallyOpen={["embolism", "wells"]}
        selectedId={chosen}
        onSelect={setChosen}
      />
    </GallerySection>
  );
}

export function TableGallery(): ReactElement {
  return (
    <GallerySection title="Tables">
      <Table
        caption="Numbers in the note"
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row.name}
        initialSort={{ column: "value", direction: "descending" }}
      />
      <Table
        caption="Flags"
        columns={COLUMNS}
        rows={[]}
        rowKey={(row) => row.name}
        empty="No checker found anything."
      />
    </GallerySection>
  );
}

export function TabsGallery(): ReactElement {
  const [tab, setTab] = useState("dialogue");
  return (
    <GallerySection title="Tabs">
      <Tabs
        label="Views of the reasoning"
        selectedId={tab}
        onSelect={setTab}
        tabs={[
          {
            id: "dialogue",
            label: "Dialogue",
            icon: <DialogueIcon />,
            content: <p>The reasoning as a talk.</p>,
          },
          { id: "graph", label: "Graph", icon: <GraphIcon />, content: <p>The reasoning as a graph.</p> },
          { id: "flags", label: "Flags", count: 3, content: <p>What the checkers found.</p> },
        ]}
      />
    </GallerySection>
  );
}

export function SplitterGallery(): ReactElement {
  return (
    <GallerySection title="Splitter">
      <div className="h-48">
        <Splitter
          label="Width of the dialogue"
          first={<p className="p-3">Dialogue: the model reads the heart rate as a sign of strain.</p>}
          second={<p className="p-3">Graph: the same steps as nodes and edges.</p>}
        />
      </div>
    </GallerySection>
  );
}
