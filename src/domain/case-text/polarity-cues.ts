/**
 * The words that deny, doubt, call normal, date back or hand a finding to a relative. Own list, by the trigger classes
 * of clinical foundation 4.3c (after NegEx, Chapman et al. 2001, and ConText, Harkema et al. 2009); extended with the
 * shorthand of telegraphic notes.
 */

export type CueClass =
  | "pseudo"
  | "deny-next"
  | "deny-last"
  | "doubt-next"
  | "doubt-last"
  | "normal-next"
  | "normal-last"
  | "past-next"
  | "past-last"
  | "stop"
  | "relative"
  | "patient";

const CUES: readonly (readonly [classes: readonly CueClass[], phrases: string])[] = [
  [
    ["pseudo"],
    "no change|no significant change|no interval change|no increase|no significant increase|no decrease|no longer than|" +
      "no further than|not only|not just|not necessarily|not certain whether|not certain if|not clear whether|not drain|gram negative|" +
      "without difficulty|without further|without change|no doubt|no worse|no better|no new change|not improved|" +
      "not increased|history of present illness|history and physical|history taking|no cause of|clear cut|patient's history|" +
      "past history unknown|normal saline|normal range of|no improvement|no response|normal sinus rhythm",
  ],
  [
    ["deny-next"],
    "no|not|without|w/o|-ve for|-ve|none|denies|denied|deny|denying|negative for|neg for|neg|negative|free of|absence of|lack of|lacks|lacked|absent|" +
      "no evidence of|no evidence for|no sign of|no signs of|no signs or symptoms of|no symptoms of|no history of|no hx of|no h/o|" +
      "no complaints of|no complaint of|no findings of|no indication of|no suspicion of|not have|not had|does not have|did not have|" +
      "has not had|do not|don't|doesn't|didn't|hasn't|isn't|wasn't|aren't|weren't|no suggestion of|without evidence of|" +
      "without signs of|without any|without any evidence of|not associated with|no known|not known to have|never had|never|" +
      "never developed|fails to reveal|failed to reveal|failed to show|not demonstrate|not reveal|not show|not see|not appear|" +
      "not complain of|not reporting|ruled out for|rules out|rule him out for|rule her out for|ruled the patient out for|" +
      "excludes|excluded|argues against|argue against|against|rather than|instead of|resolved|nor|neither|cannot see|no abnormal|" +
      "no new|no other|no significant|no acute|no obvious|no definite|no focal|no evident|no current|no recent|no associated|" +
      "not exhibit|not endorse|not report|not develop|not experience|nil|non|sin|niega|kein|keine|keinen|ohne|pas de|sans|nie|senza",
  ],
  [
    ["deny-last"],
    "was ruled out|were ruled out|is ruled out|are ruled out|has been ruled out|have been ruled out|ruled out|was excluded|" +
      "were excluded|has been excluded|not seen|not identified|not present|not found|not noted|not appreciated|not palpable|" +
      "not palpated|not detected|not visualized|not visualised|not demonstrated|not observed|not evident|not felt|not heard|" +
      "is absent|are absent|was absent|were absent|absent|is negative|are negative|was negative|were negative|negative|" +
      "was denied|were denied|denied|not elicited|resolved|had resolved|has resolved|have resolved|have since resolved|has since resolved|not enlarged|not elevated|not reported|none|free",
  ],
  [
    ["doubt-next"],
    "possible|possibly|probable|probably|suspected|suspicious for|suspicion of|suspect|likely|maybe|may be|may have|might be|" +
      "might have|could be|could represent|may represent|questionable|question of|presumed|presumptive|rule out|r/o|evaluate for|" +
      "concern for|concerning for|concerned about|consistent with possible|differential includes|versus|vs|consider|cannot exclude|" +
      "can't exclude|cannot rule out|can't rule out|not rule out|not exclude|risk of|risk for|at risk for|if|in case of|" +
      "return for|should she develop|should he develop|should the patient develop|watch for|monitor for|prophylaxis for|" +
      "screen for|screening for|unlikely|not certain|unclear if|unclear whether|to rule out|work up for|workup for|be ruled out for|" +
      "sufficient to rule out|must be ruled out for",
  ],
  [
    ["doubt-last"],
    "cannot be excluded|cannot be ruled out|can't be excluded|can't be ruled out|not be excluded|not be ruled out|not excluded|" +
      "not been ruled out|not been excluded|not ruled out|is possible|are possible|is suspected|was suspected|is likely|is unlikely|" +
      "is questionable|be considered|should be ruled out|must be ruled out|to be ruled out|is to be ruled out|be ruled out|unlikely|" +
      "is uncertain|is unknown|unknown",
  ],
  [["normal-next"], "normal|unremarkable|intact"],
  [
    ["normal-last"],
    "normal|is normal|are normal|was normal|were normal|unremarkable|within normal limits|wnl|intact|within normal range|" +
      "in normal range|is clear|are clear|normocephalic",
  ],
  [
    ["past-next"],
    "history of|history significant for|history positive for|history includes|history remarkable for|h/o|hx of|hx|" +
      "past medical history|past history|past surgical history|medical history|medical history of|surgical history|pmh|pmhx|" +
      "past medical history of|past medical history significant for|past medical history is significant for|" +
      "past medical history positive for|past medical history is positive for|past medical history notable for|" +
      "past medical history includes|past medical history remarkable for|psh|status post|s/p|previous|previously|prior|prior history of|remote|remote history of|known|known history of|" +
      "childhood|former|formerly|old|had a prior|in the past|past|history is positive for|history is significant for|" +
      "history is remarkable for|medical history is positive for|medical history is significant for|antecedentes de",
  ],
  [
    ["past-last"],
    "history|years ago|year ago|months ago|in the past|in childhood|as a child|as a teenager|previously|in remission",
  ],
  [
    ["stop"],
    "but|however|although|though|except|except for|aside from|apart from|other than|besides|nevertheless|yet|still|whereas|while|" +
      "because|since|due to|secondary to|as a cause of|as the cause of|cause of|causes of|etiology of|source of|reason for|" +
      "which|that|who|until|when|then|now|today|currently|reveals|revealed|showed|shows|show|demonstrates|demonstrated|" +
      "has|have|had|is|are|was|were|positive|positive for|significant for|remarkable for|trigger event for|after|before|only|" +
      "with only|he|she|they|her|his|patient|in addition|additionally|so|therefore|started|given|treated|improved|worsening|" +
      "developed|pero|aunque|aber|mais|ma|stable|noted|found",
  ],
  [
    ["stop", "patient"],
    "presents|presented|presents with|presented with|presenting with|reports|reported|reporting|endorses|endorsed|complains|complains of|" +
      "complained of|states|stated|notes|says|said|describes|described|noticed|brought|brought in|called|comes|came|admitted",
  ],
  [["patient"], "patient|the patient|pt|he|she|denies|denied|i"],
  [["relative", "past-next"], "family history|family hx|fh|fhx|familial history|family history of|fh of"],
  [
    ["relative"],
    "mother|father|mom|dad|brother|brothers|sister|sisters|sibling|siblings|parent|parents|son|sons|daughter|daughters|aunt|uncle|cousin|" +
      "grandmother|grandfather|grandparent|grandparents|wife|husband|spouse|family member|" +
      "family members|relative|relatives|roommate|mother's|father's|brother's|sister's|madre|padre|mutter|vater",
  ],
];

/** Most words that one cue has. */
export const LONGEST_CUE = 6;

/** Every cue by its words in small letters, joined by one space. */
export const CLASSES_BY_CUE: ReadonlyMap<string, ReadonlySet<CueClass>> = (() => {
  const byCue = new Map<string, Set<CueClass>>();
  for (const [classes, phrases] of CUES) {
    for (const phrase of phrases.split("|")) {
      const known = byCue.get(phrase) ?? new Set<CueClass>();
      for (const cueClass of classes) known.add(cueClass);
      byCue.set(phrase, known);
    }
  }
  return byCue;
})();
