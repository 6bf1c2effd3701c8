/**
 * Which full stops in a note do not end a sentence. Own lists, from the abbreviations that stand in clinical notes
 * in English and, for titles and the commonest shorthands, in German, French, Spanish and Italian.
 */

/** Always followed by more of the same sentence: titles, "vs.", "e.g.", references. */
const LEADS_ON: ReadonlySet<string> = new Set(
  (
    "dr drs mr mrs ms mx prof rev hon st sr sra srta dra mme mlle dott vs e.g i.e eg ie cf viz " +
    "fig figs eq ref refs vol pp approx ca resp incl excl esp z.b d.h u.a p.ex bzw ggf evtl ca nr tel zzgl inkl " +
    "s/p h/o c/o r/o"
  ).split(" "),
);

/** May stand inside a sentence or close it; the next word decides. */
const MAY_CLOSE: ReadonlySet<string> = new Set(
  (
    "a.m p.m am pm b.i.d bid t.i.d tid q.i.d qid q.d qd q.h.s qhs q.o.d p.o p.r.n prn i.v i.m s.c s.q s.l h.s a.c p.c " +
    "o.d o.s o.u n.p.o n.b m.d d.o r.n ph.d inc ltd co corp jr u.s u.k etc al esq dept univ hosp no nos " +
    "mg mcg ug kg gm gms ml dl cc cm mm km lb lbs oz ft in min mins sec secs hr hrs wk wks mo mos yr yrs " +
    "tab tabs cap caps gtt gtts supp susp inj sol soln oint amp vit temp pulse bp hr rr wt ht abd ext exts " +
    "conj fr neg pos bilat lat med meds ant post sup inf prox dist max avg diff est exam hosp pt pts hx dx rx tx sx fx cx " +
    "cont contd dc disp sig ref resp cardiovasc gastro neuro derm psych ortho jan feb mar apr jun jul aug sep sept " +
    "oct nov dec mon tue tues wed thu thur thurs fri sat sun wbc hgb hct plt"
  ).split(" "),
);

/** Words of which one letter is the name of a kind: "hepatitis B." closes, "John F." does not. */
const LETTERED: ReadonlySet<string> = new Set(
  "vitamin hepatitis type group grade class influenza protein factor stage category plan figure table".split(
    " ",
  ),
);

/** Words before a person: "seen by J. Smith". */
const BEFORE_A_NAME: ReadonlySet<string> = new Set("by of with from saw see sees to via per dear".split(" "));

/** Words that open a sentence and are no surname. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    "a an the he she it they his her their its this that these those there we i you in on at by for from with without " +
    "no not if when after before as and but however patient pt was is has denies reports states physical"
  ).split(" "),
);

export type StopReading = "leads-on" | "may-close" | "initial" | "plain";

/** What the word before a full stop says about that stop; `before` is the word before the word. */
export function readStop(word: string, before: string, next: string): StopReading {
  const lower = word.toLowerCase();
  const isMeasured = /\d$/.test(before);
  if (lower === "ms" && isMeasured) return "may-close";
  if (LEADS_ON.has(lower)) return "leads-on";
  if (MAY_CLOSE.has(lower) || /\p{L}\.\p{L}/u.test(word)) return "may-close";
  const last =
    word
      .split(/[-/]/)
      .at(-1)
      ?.replace(/^[^\p{L}\p{N}]+/u, "") ?? "";
  if (/^\p{L}$/u.test(last)) return isMeasured || /\d/.test(word) ? "may-close" : readInitial(before, next);
  if (MAY_CLOSE.has(last.toLowerCase())) return "may-close";
  // A short word without a vowel is written short ("yrs", "hx"), unless it is in capitals ("CT", "MRI").
  return /^\p{L}?[bcdfghjklmnpqrstvwxz]{1,3}$/u.test(last) && !/^[aeiouy]/i.test(last)
    ? "may-close"
    : "plain";
}

/** A single letter is an initial after a name or before one, else the end of a word such as "penicillin G". */
function readInitial(before: string, next: string): StopReading {
  if (LETTERED.has(before.toLowerCase()) || OPENERS.has(next.toLowerCase())) return "may-close";
  const followsWord = /^\p{Ll}/u.test(before) && !BEFORE_A_NAME.has(before.toLowerCase());
  return followsWord ? "may-close" : "initial";
}
