/** Room on this device and whether the browser promises to keep it; shared by Models and Settings. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { StorageStatus } from "../../contracts/storage-status.ts";
import { Button } from "../kit/Button.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { bytesToWords } from "../text/size-words.ts";
import { caseBytesQuery, storageQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { shellText } from "../text/shell.ts";
import { storageText } from "../text/storage.ts";
import { useVaultState } from "./use-vault.ts";

/** The facts, with a button where the browser can still be asked to keep the data. */
export function StorageFacts(): ReactElement {
  const services = useServices();
  const queryClient = useQueryClient();
  const { data: status, isError } = useQuery(storageQuery(services));
  const isOpen = useVaultState().type === "open";
  const { data: caseBytes } = useQuery({ ...caseBytesQuery(services), enabled: isOpen });
  const ask = useMutation({
    mutationFn: services.askPersistence,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: storageQuery(services).queryKey }),
  });
  if (isError) return <p>{storageText.failed}</p>;
  if (status === undefined) return <Skeleton label={shellText.loading} lines={4} />;
  return (
    <>
      <FactList facts={storageFacts(status, caseBytes?.ok === true ? caseBytes.value : undefined)} />
      {!status.persistent && (
        <div className="flex flex-wrap items-center gap-3">
          <Button isPending={ask.isPending} pendingLabel={storageText.asking} onClick={() => ask.mutate()}>
            {storageText.ask}
          </Button>
          <output className="max-w-prose text-small text-ink-soft">
            {ask.data === false || ask.isError ? storageText.refused : ""}
          </output>
        </div>
      )}
    </>
  );
}

/** Browsers count by site, not by what is in it: models are what is left without the cases. */
function storageFacts(status: StorageStatus, caseBytes: number | undefined): readonly Fact[] {
  const { usedBytes, quotaBytes, persistent, database } = status;
  return [
    { name: storageText.used, value: bytesToWords(usedBytes) },
    {
      name: storageText.cases,
      value: caseBytes === undefined ? storageText.casesUnknown : bytesToWords(caseBytes),
    },
    {
      name: storageText.rest,
      value:
        caseBytes === undefined ? storageText.casesUnknown : bytesToWords(Math.max(0, usedBytes - caseBytes)),
    },
    { name: storageText.quota, value: bytesToWords(quotaBytes) },
    {
      name: storageText.persistence,
      value: persistent ? storageText.persistent : storageText.notPersistent,
    },
    {
      name: storageText.evicted,
      value: persistent ? storageText.evictedPersistent : storageText.evictedNotPersistent,
    },
    {
      name: storageText.database,
      value: database === "works" ? storageText.databaseWorks : storageText.databaseRefused,
    },
  ];
}
