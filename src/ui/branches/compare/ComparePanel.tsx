/** Two versions of the argument side by side: what they answer, how strengths moved, which steps and links differ. */

import { useState, type ReactElement } from "react";
import { EmptyState } from "../../kit/EmptyState.tsx";
import { BranchIcon } from "../../kit/icons/signs.tsx";
import { Button } from "../../kit/Button.tsx";
import { Select } from "../../kit/Select.tsx";
import { useFacts } from "../../desk/use-desk.ts";
import { compareText } from "../../text/branches.ts";
import { Difference } from "./Difference.tsx";
import { useVersions, type Version } from "./versions.ts";

/** Begins with what is shown and what it came from. */
export function ComparePanel(): ReactElement {
  const versions = useVersions();
  const shown = useFacts(({ live }) => live.branch);
  const parent = useFacts(({ branch }) => branch?.parent);
  const [chosen, setChosen] = useState<{ readonly before?: string; readonly after?: string }>({});
  if (versions.length < 2) {
    return (
      <EmptyState icon={<BranchIcon />} title={compareText.emptyTitle} headingLevel={3}>
        {compareText.emptyExplanation}
      </EmptyState>
    );
  }
  const usual = usualPair(versions, shown, parent);
  const before = find(versions, chosen.before) ?? usual.before;
  const after = find(versions, chosen.after) ?? usual.after;
  return (
    <section aria-label={compareText.title} className="grid grid-cols-1 gap-5">
      <div className="grid grid-cols-1 gap-3">
        <Choice
          label={compareText.before}
          versions={versions}
          selected={before}
          onSelect={(id) => setChosen({ before: id, after: after.id })}
        />
        <Choice
          label={compareText.after}
          versions={versions}
          selected={after}
          onSelect={(id) => setChosen({ before: before.id, after: id })}
        />
        <div>
          <Button size="small" onClick={() => setChosen({ before: after.id, after: before.id })}>
            {compareText.swap}
          </Button>
        </div>
      </div>
      {before.id === after.id ? (
        <p className="text-ink-soft">{compareText.same}</p>
      ) : (
        <Difference before={before} after={after} />
      )}
    </section>
  );
}

function Choice(props: {
  readonly label: string;
  readonly versions: readonly Version[];
  readonly selected: Version;
  readonly onSelect: (id: string) => void;
}): ReactElement {
  const { label, versions, selected, onSelect } = props;
  return (
    <Select
      label={label}
      options={versions.map(({ id, name }) => ({ id, label: name }))}
      selectedId={selected.id}
      onSelect={onSelect}
    />
  );
}

function find(versions: readonly Version[], id: string | undefined): Version | undefined {
  return versions.find((version) => version.id === id);
}

/** What is shown, with what its last run left, or with what the branch before it was when that one had run. */
function usualPair(
  versions: readonly Version[],
  shown: string,
  parent: string | undefined,
): { readonly before: Version; readonly after: Version } {
  const [first, second] = versions;
  const now = find(versions, shown) ?? second ?? first;
  const others = versions.filter((version) => version !== now);
  const origin = others.find(({ branch }) => branch === (parent ?? shown)) ?? others[0];
  // The panel asks only where there are two.
  const none = { id: "", name: "", branch: "", length: undefined };
  return { before: origin ?? none, after: now ?? none };
}
