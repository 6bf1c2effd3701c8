/** Words of the Models screen. */

export const shelfText = {
  title: "Models",
  lead: "A model runs on this device or not at all. Nothing about a case is sent anywhere to be answered.",
  installed: "Installed models",
  installedNone: "No model is installed",
  installedNoneExplanation:
    "This version has no engine yet that runs a model, only one that replays scripts. The Models page will list what is installed, how large it is and when it was last used.",
  getModels: "Open the model page",
  getModelsNote:
    "Downloads happen on a page of their own, the only one that may reach model hosts. It cannot see a case.",
  device: "This device",
  reading: "Looking at this device…",
  gpu: "Graphics processor",
  gpuMissing: "This browser has no WebGPU. A current Chrome or Edge on a desktop computer has it.",
  gpuRefused:
    "WebGPU is there, but no graphics adapter answered. Switch on graphics acceleration in the browser's settings, update the graphics driver, then reload.",
  gpuUnnamed: "Adapter without a name",
  halfPrecision: "Half-precision kernels (shader-f16)",
  halfPrecisionNo: "No: only models built for 32-bit kernels would run",
  largestBuffer: "Largest single buffer",
  threads: "Processor threads",
  isolation: "Several threads for models on the processor",
  isolationNo: "No: this address does not isolate the page",
  yes: "Yes",
  room: "Room for models and cases",
} as const;
