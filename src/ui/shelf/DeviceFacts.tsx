/** What a model could run on here, as far as the browser tells. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { DeviceReport, GpuReport } from "../../contracts/device-report.ts";
import { Callout } from "../kit/Callout.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { bytesToWords } from "../kit/size-words.ts";
import { deviceQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { shelfText } from "../text/shelf.ts";
import { toneLabels } from "../text/shell.ts";
import { storageText } from "../text/storage.ts";

/** The facts, or the one thing to do when there is no graphics processor to use. */
export function DeviceFacts(): ReactElement {
  const { data: report, isError } = useQuery(deviceQuery(useServices()));
  if (isError) return <p>{storageText.failed}</p>;
  if (report === undefined) return <Skeleton label={shelfText.reading} lines={4} />;
  return (
    <>
      {report.gpu.type !== "gpu-ready" && (
        <Callout tone="caution" toneLabel={toneLabels.caution} title={shelfText.gpu}>
          {report.gpu.type === "gpu-missing" ? shelfText.gpuMissing : shelfText.gpuRefused}
        </Callout>
      )}
      <FactList facts={[...gpuFacts(report.gpu), ...processorFacts(report)]} />
    </>
  );
}

function gpuFacts(gpu: GpuReport): readonly Fact[] {
  if (gpu.type !== "gpu-ready") return [];
  return [
    { name: shelfText.gpu, value: gpu.name === "" ? shelfText.gpuUnnamed : gpu.name },
    {
      name: shelfText.halfPrecision,
      value: gpu.hasHalfPrecision ? shelfText.yes : shelfText.halfPrecisionNo,
    },
    { name: shelfText.largestBuffer, value: bytesToWords(gpu.largestBufferBytes) },
  ];
}

function processorFacts({ threads, isolated }: DeviceReport): readonly Fact[] {
  return [
    { name: shelfText.threads, value: threads },
    { name: shelfText.isolation, value: isolated ? shelfText.yes : shelfText.isolationNo },
  ];
}
