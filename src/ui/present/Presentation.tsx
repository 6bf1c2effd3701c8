/** A case told step by step to a room: what happened large on one side, its place in the argument on the other. */

import { type ReactElement, useState } from "react";
import { WholeScreen } from "../common/WholeScreen.tsx";
import { useCase, useDesk, useFacts } from "../desk/use-desk.ts";
import { useHistory } from "../desk/use-history.ts";
import { presentText } from "../text/present.ts";
import { momentWords, timeText } from "../text/time.ts";
import { Pointer } from "./Pointer.tsx";
import { PlaceInArgument } from "./PlaceInArgument.tsx";
import { PresentControls } from "./PresentControls.tsx";
import { StepView } from "./StepView.tsx";
import { type PresentingKey, usePresenting, usePresentingKeys } from "./use-presenting.ts";

export type PresentationProps = { readonly onLeave: () => void };

/** What comes next is nowhere on it until it is asked for. */
export function Presentation({ onLeave }: PresentationProps): ReactElement {
  const desk = useDesk();
  const history = useHistory();
  const title = useCase(({ view }) => view.state.title);
  const areStrengthsHidden = useFacts((facts) => facts.areStrengthsHidden);
  const [isPointing, setPointing] = useState(false);
  usePresenting(history, onLeave);
  const { moments, place, go } = history;
  const act = (key: PresentingKey): void => {
    if (key === "forward") go(place + 1);
    else if (key === "back") go(place - 1);
    else if (key === "first") go(0);
    else if (key === "last") go(moments.length - 1);
    else if (key === "pointer") setPointing((isOn) => !isOn);
    else if (key === "strengths") desk.hideStrengths(!areStrengthsHidden);
    else onLeave();
  };
  usePresentingKeys(act);
  const moment = moments[place];
  const words = moment === undefined ? timeText.nothingYet : momentWords(moment);
  return (
    <WholeScreen
      label={presentText.title(title)}
      className={`grid grid-cols-1 grid-rows-[minmax(0,1fr)_auto] print:hidden ${isPointing ? "cursor-none" : ""}`}
    >
      <main className="flex min-h-0 flex-col lg:flex-row">
        {moment !== undefined && (
          <StepView key={moment.length} moment={moment} place={place} count={moments.length} />
        )}
        {moment?.event.type !== "text-revise" && <PlaceInArgument moment={moment} />}
      </main>
      <PresentControls
        isFirst={place <= 0}
        isLast={place >= moments.length - 1}
        isPointing={isPointing}
        areStrengthsHidden={areStrengthsHidden}
        onAct={act}
      />
      <output className="sr-only">{timeText.momentAt(place + 1, moments.length, words)}</output>
      {isPointing && <Pointer />}
    </WholeScreen>
  );
}
