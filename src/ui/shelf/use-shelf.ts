/** How the Models screen reads the shelf and hears of changes, in this tab and in others. */
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { use, useEffect } from "react";
import type { DeviceReport } from "../../contracts/device-report.ts";
import type { ShelfError } from "../../contracts/model-shelf-error.ts";
import type { Fit, InstallJob, ModelShelf, Recommendation } from "../../contracts/model-shelf.ts";
import type { Pack } from "../../contracts/pack.ts";
import { ok, type Result } from "../../shared/result.ts";
import { deviceQuery, storageQuery } from "../queries.ts";
import { useServices } from "../services.ts";

const PACKS = ["shelf-packs"];
const JOBS = ["shelf-jobs"];
const CATALOGUE = ["shelf-catalogue"];

/** The shelf of this page. Suspends until its code is fetched. */
export function useShelf(): ModelShelf {
  return use(useServices().loadShelf());
}

/** Keeps lists and jobs up to date while the screen is open; called once, at its top. */
export function useShelfNews(shelf: ModelShelf): void {
  const queryClient = useQueryClient();
  const services = useServices();
  useEffect(() => {
    const showJobs = () => queryClient.setQueryData(JOBS, shelf.readJobs());
    showJobs();
    void queryClient.invalidateQueries({ queryKey: PACKS });
    return shelf.subscribe((what) => {
      if (what === "jobs") return showJobs();
      void queryClient.invalidateQueries({ queryKey: PACKS });
      void queryClient.invalidateQueries({ queryKey: storageQuery(services).queryKey });
      return undefined;
    });
  }, [shelf, queryClient, services]);
}

/** What is installed. */
export function packsQuery(shelf: ModelShelf) {
  return queryOptions({ queryKey: PACKS, queryFn: shelf.list });
}

/** Installations under way, and those that ended and were not taken off the list yet. */
export function useJobs(shelf: ModelShelf): readonly InstallJob[] {
  const query = queryOptions({ queryKey: JOBS, queryFn: shelf.readJobs, staleTime: Infinity });
  return useQuery(query).data ?? [];
}

/** The models that can be had, judged against this device. */
export function catalogueQuery(shelf: ModelShelf, report: DeviceReport | undefined) {
  return queryOptions({
    queryKey: [...CATALOGUE, report],
    enabled: report !== undefined,
    queryFn: async () => readJudged(shelf, report),
  });
}

async function readJudged(
  shelf: ModelShelf,
  report: DeviceReport | undefined,
): Promise<Result<Recommendation, ShelfError> | null> {
  if (report === undefined) return null;
  const read = await shelf.readCatalogue();
  return read.ok ? ok(await shelf.recommend(read.value, report)) : read;
}

/** Reads the catalogue anew, after a file was added to it. */
export function useRereadCatalogue(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: CATALOGUE });
}

/** Whether an installed model runs here, and with how much context; undefined until it is known. */
export function useFit(shelf: ModelShelf, pack: Pack): Fit | undefined {
  const { data: report } = useQuery(deviceQuery(useServices()));
  const { data: fit } = useQuery({
    queryKey: ["shelf-fit", pack.id, report],
    enabled: report !== undefined,
    queryFn: async () => (report === undefined ? null : shelf.judge(pack, report)),
    staleTime: Infinity,
  });
  return fit ?? undefined;
}
