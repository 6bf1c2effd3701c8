/** Everything that comes from outside and can be kept for a while: keys and reading in one place. */
import { queryOptions } from "@tanstack/react-query";
import type { Services } from "./services.ts";

/** Room, persistence and the database; asked again when the window comes back. */
export function storageQuery(services: Services) {
  return queryOptions({ queryKey: ["storage-status"], queryFn: services.readStorageStatus });
}

/** Graphics adapter and processor; a driver does not change under an open page. */
export function deviceQuery(services: Services) {
  return queryOptions({
    queryKey: ["device-report"],
    queryFn: services.readDeviceReport,
    staleTime: Infinity,
  });
}

/** Release and build of the app that is running. */
export function versionQuery(services: Services) {
  return queryOptions({
    queryKey: ["build-version"],
    queryFn: services.readBuildVersion,
    staleTime: Infinity,
  });
}

/** The list of teaching cases. */
export function teachingIndexQuery({ teaching }: Services) {
  return queryOptions({ queryKey: ["teaching-index"], queryFn: teaching.readIndex });
}

/** One teaching case, fetched when its story is opened. */
export function teachingCaseQuery({ teaching }: Services, id: string) {
  return queryOptions({ queryKey: ["teaching-case", id], queryFn: () => teaching.readCase(id) });
}
