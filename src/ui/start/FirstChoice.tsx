/** The first choice, while nothing is here yet: three ways to begin, each honest about what it costs. */

import type { ReactElement, ReactNode } from "react";
import { ButtonLink } from "../kit/ButtonLink.tsx";
import { DownloadIcon, UploadIcon } from "../kit/icons/actions.tsx";
import { TeachIcon } from "../kit/icons/places.tsx";
import { startText } from "../text/start.ts";

type Way = keyof typeof startText.ways;

const WAYS: readonly { readonly way: Way; readonly href: string; readonly icon: ReactNode }[] = [
  { way: "teach", href: "/teach", icon: <TeachIcon /> },
  { way: "disk", href: "/shelf", icon: <UploadIcon /> },
  { way: "download", href: "/models", icon: <DownloadIcon /> },
];

const FACTS = ["size", "time", "memory", "privacy"] as const;

export type FirstChoiceProps = {
  /** For whoever would rather be shown around. */
  readonly offer: ReactNode;
};

/** One column on a phone, three side by side where there is room. */
export function FirstChoice({ offer }: FirstChoiceProps): ReactElement {
  return (
    <section aria-labelledby="first-choice" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="first-choice" className="text-heading">
          {startText.title}
        </h2>
        <p className="max-w-prose text-ink-soft">{startText.lead}</p>
      </div>
      {offer}
      <ul className="grid gap-4 md:grid-cols-3">
        {WAYS.map(({ way, href, icon }) => (
          <li key={way} className="grid">
            <WayCard way={way} href={href} icon={icon} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WayCard({ way, href, icon }: (typeof WAYS)[number]): ReactElement {
  const { title, explanation, facts, action } = startText.ways[way];
  return (
    <article className="grid grid-rows-[auto_auto_1fr_auto] gap-3 rounded-panel border border-line bg-surface p-4">
      <h3 className="flex items-start gap-2 text-lead font-[600]">
        <span className="pt-1 text-accent">{icon}</span>
        {title}
      </h3>
      <p className="text-ink-soft">{explanation}</p>
      <dl className="grid content-start gap-2 text-small">
        {FACTS.map((fact) => (
          <div key={fact} className="grid grid-cols-[4.5rem_1fr] gap-2">
            <dt className="text-ink-faint">{startText.facts[fact]}</dt>
            <dd>{facts[fact]}</dd>
          </div>
        ))}
      </dl>
      <ButtonLink
        href={href}
        tone={way === "teach" ? "primary" : "neutral"}
        className="mt-1 justify-self-start"
      >
        {action}
      </ButtonLink>
    </article>
  );
}
