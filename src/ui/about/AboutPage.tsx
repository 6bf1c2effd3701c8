/** What Curbside is for, what it never claims, and which build is running. */

import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { type Fact, FactList } from "../kit/FactList.tsx";
import { Page } from "../kit/Page.tsx";
import { PageSection } from "../kit/PageSection.tsx";
import { Skeleton } from "../kit/Skeleton.tsx";
import { versionQuery } from "../queries.ts";
import { type Services, useServices } from "../services.ts";
import { aboutText } from "../text/about.ts";
import { shellText } from "../text/shell.ts";

/** Intended use comes first: it is what a reader must know before relying on anything here. */
export function AboutPage(): ReactElement {
  return (
    <Page title={aboutText.title} lead={aboutText.lead}>
      <PageSection title={aboutText.intendedTitle}>
        <Sentences sentences={aboutText.intended} />
      </PageSection>
      <PageSection title={aboutText.truthTitle}>
        <Sentences sentences={aboutText.truths} />
      </PageSection>
      <PageSection title={aboutText.buildTitle}>
        <BuildFacts />
        <p className="text-ink-soft">{aboutText.licence}</p>
      </PageSection>
    </Page>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <ul className="grid max-w-prose list-disc gap-1.5 ps-5 marker:text-ink-faint">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function BuildFacts(): ReactElement {
  const services = useServices();
  const { data: version, isError } = useQuery(versionQuery(services));
  if (isError) return <p>{aboutText.failed}</p>;
  if (version === undefined) return <Skeleton label={shellText.loading} lines={3} />;
  const facts: readonly Fact[] = [
    { name: aboutText.version, value: version.version },
    { name: aboutText.build, value: <code>{version.build}</code> },
    { name: aboutText.engines, value: engineNames(services) },
  ];
  return <FactList facts={facts} />;
}

function engineNames({ engines }: Services): string {
  return engines.length === 0 ? aboutText.enginesNone : engines.map((engine) => engine.label).join(", ");
}
