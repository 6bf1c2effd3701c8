/** Room on this device and whether the browser promises to keep it; shared by Models and Settings. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { StorageStatus } from "../../contracts/storage-status.ts";
import { Button } from "../kit/Button.tsx";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { bytesToWords } from "../kit/size-words.ts";
import { storageQuery } from "../queries.ts";
import { useServices } from "../services.ts";
import { shellText } from "../text/shell.ts";
import { storageText } from "../text/storage.ts";

/** The facts, with a button where the browser can still be asked to keep the data. */
export function StorageFacts(): ReactElement {
  const services = useServices();
  const queryClient = useQueryClient();
  const { data: status, isError } = useQuery(storageQuery(services));
  const ask = useMutation({
    mutationFn: services.askPersistence,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: storageQuery(services).queryKey }),
  });
  if (isError) return <p>{storageText.failed}</p>;
  if (status === undefined) return <Skeleton label={shellText.loading} lines={4} />;
  return (
    <>
      <FactList facts={storageFacts(status)} />
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

function storageFacts(status: StorageStatus): readonly Fact[] {
  return [
    { name: storageText.used, value: bytesToWords(status.usedBytes) },
    { name: storageText.quota, value: bytesToWords(status.quotaBytes) },
    {
      name: storageText.persistence,
      value: status.persistent ? storageText.persistent : storageText.notPersistent,
    },
    {
      name: storageText.database,
      value: status.database === "works" ? storageText.databaseWorks : storageText.databaseRefused,
    },
  ];
}
