/** What a model could run on here, as far as the browser tells. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { DeviceReport, GpuReport, MemoryReport } from "../../contracts/device-report.ts";
import { Callout } from "../kit/Callout.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { memoryToWords } from "../text/size-words.ts";
import { deviceQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { deviceText } from "../text/shelf.ts";
import { toneLabels } from "../text/shell.ts";
import { storageText } from "../text/storage.ts";

/** The facts, or the one thing to do when there is no graphics processor to use. */
export function DeviceFacts(): ReactElement {
  const { data: report, isError } = useQuery(deviceQuery(useServices()));
  if (isError) return <p>{storageText.failed}</p>;
  if (report === undefined) return <Skeleton label={deviceText.reading} lines={4} />;
  return (
    <>
      {report.gpu.type !== "gpu-ready" && (
        <Callout tone="caution" toneLabel={toneLabels.caution} title={deviceText.gpu}>
          {report.gpu.type === "gpu-missing" ? deviceText.gpuMissing : deviceText.gpuRefused}{" "}
          {deviceText.gpuWayOn}
        </Callout>
      )}
      <FactList facts={[...gpuFacts(report.gpu), ...processorFacts(report)]} />
    </>
  );
}

function gpuFacts(gpu: GpuReport): readonly Fact[] {
  if (gpu.type !== "gpu-ready") return [];
  return [
    { name: deviceText.gpu, value: gpuWords(gpu) },
    {
      name: deviceText.halfPrecision,
      value: gpu.hasHalfPrecision ? deviceText.yes : deviceText.halfPrecisionNo,
    },
    { name: deviceText.largestBuffer, value: memoryToWords(gpu.largestBufferBytes) },
  ];
}

function gpuWords({ name, isSoftware }: Extract<GpuReport, { readonly type: "gpu-ready" }>): string {
  const words = name === "" ? deviceText.gpuUnnamed : name;
  return isSoftware ? `${words}. ${deviceText.gpuSoftware}` : words;
}

function memoryWords(memory: MemoryReport): string {
  if (memory.type === "memory-unknown") return deviceText.memoryUnknown;
  const size = memoryToWords(memory.bytes);
  return memory.type === "memory-about" ? deviceText.memoryAbout(size) : deviceText.memoryAtLeast(size);
}

function processorFacts({ threads, isolated, memory }: DeviceReport): readonly Fact[] {
  return [
    { name: deviceText.memory, value: memoryWords(memory) },
    { name: deviceText.threads, value: threads },
    { name: deviceText.isolation, value: isolated ? deviceText.yes : deviceText.isolationNo },
  ];
}
