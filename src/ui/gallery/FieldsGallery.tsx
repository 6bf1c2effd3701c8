/** Gallery: everything that takes input. */

import { useState } from "react";
import type { ReactElement } from "react";
import { Combobox } from "../kit/Combobox.tsx";
import { PatientTextField } from "../kit/PatientTextField.tsx";
import { RadioGroup } from "../kit/RadioGroup.tsx";
import { Select } from "../kit/Select.tsx";
import { Switch } from "../kit/Switch.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { TextField } from "../kit/TextField.tsx";
import { GallerySection } from "./GallerySection.tsx";

const UNITS = [
  { id: "conventional", label: "Conventional (mg/dL)" },
  { id: "si", label: "SI (mmol/L)" },
];

const CALCULATORS = [
  { id: "wells", label: "Wells score", description: "Pulmonary embolism" },
  { id: "curb", label: "CURB-65", description: "Community-acquired pneumonia" },
  { id: "egfr", label: "eGFR (CKD-EPI 2021)", description: "Kidney function" },
  { id: "anion-gap", label: "Anion gap" },
];

const VERDICTS = [
  { id: "accept", label: "Accept", help: "The step is right and so is its reason." },
  { id: "reject", label: "Reject", help: "The step or its reason is wrong." },
  { id: "unsure", label: "Unsure" },
  { id: "defer", label: "Ask a colleague", help: "Not possible on this device.", isDisabled: true },
];

export function TextFieldsGallery(): ReactElement {
  return (
    <GallerySection title="Text fields">
      <PatientTextField
        isMultiline
        label="Case text"
        help="Stays on this device. Spelling help, autofill and translation are off in this field."
        rows={4}
        defaultValue="58-year-old with sudden pleuritic chest pain, SpO₂ 89 %, HR 118/min, β-blocker stopped last week."
      />
      <PatientTextField label="Ask about this step" placeholder="Why not pneumonia?" />
      <TextField
        label="Name of this device"
        defaultValue="Ward laptop 4"
        error="Another device has this name. Choose a different one."
      />
      <TextArea
        label="Note to yourself"
        rows={2}
        disabled
        defaultValue="Not available while the model runs"
      />
    </GallerySection>
  );
}

export function ChoicesGallery(): ReactElement {
  const [unit, setUnit] = useState("si");
  const [calculator, setCalculator] = useState<string | undefined>("wells");
  const [verdict, setVerdict] = useState<string | undefined>("accept");
  const [isDense, setIsDense] = useState(true);
  const [isStaged, setIsStaged] = useState(false);
  return (
    <GallerySection title="Choices">
      <Select
        label="Units"
        options={UNITS}
        selectedId={unit}
        onSelect={setUnit}
        help="How numbers are shown."
      />
      <Combobox
        label="Calculator"
        options={CALCULATORS}
        selectedId={calculator}
        onSelect={setCalculator}
        help="Type part of its name."
        noMatch="No calculator has this name."
      />
      <RadioGroup
        label="Your verdict on this step"
        options={VERDICTS}
        selectedId={verdict}
        onSelect={setVerdict}
      />
      <Switch label="Dense reading" help="More lines on one screen." isOn={isDense} onChange={setIsDense} />
      <Switch label="Reveal the story in stages" isOn={isStaged} onChange={setIsStaged} />
      <Switch
        label="Run on the GPU"
        help="This browser gives no GPU."
        isOn={false}
        onChange={() => {}}
        isDisabled
      />
    </GallerySection>
  );
}
