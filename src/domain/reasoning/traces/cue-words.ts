/**
 * The discourse cues of the free-text reader, as data: words that make a sentence speak for or against a diagnosis
 * and how firmly. The weights are our design choice (clinical foundation 11.1 item 5), the same for every text:
 * certain 0.9, strong 0.7, plain 0.5, weak 0.3, named only 0.15; an attack below 0.4 is a partial attack (2.4).
 */

export type CueSign = "support" | "attack";

/** Where the diagnosis stands that the cue speaks about: "suggests X", "X is unlikely". */
export type CueSide = "after" | "before";

type Cue = {
  readonly side: CueSide;
  readonly sign: CueSign;
  readonly weight: number;
  /** Opens examples: what governs the words before it governs them too ("against tumors such as X"). */
  readonly opensExamples?: true;
  /** Matched on whole words, letter case ignored; no capturing groups. */
  readonly pattern: string;
};

/** In order: where two match at one place the earlier row is read. */
export const CUES: readonly Cue[] = [
  // A wish to exclude is no exclusion.
  {
    side: "after",
    sign: "support",
    weight: 0.15,
    pattern: "(?:to|must|should|need to|and) (?:rule out|exclude)",
  },
  {
    side: "after",
    sign: "support",
    weight: 0.15,
    pattern:
      "(?:can ?not|can't|does not|doesn't|do not|not) (?:definitively |completely |fully |entirely )?(?:rule out|exclude|negate)",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.15,
    pattern: "(?:can ?not|can't) be (?:completely |fully |entirely )?(?:ruled out|excluded)",
  },
  // Against, the diagnosis after the cue.
  {
    side: "after",
    sign: "attack",
    weight: 0.7,
    pattern: "(?:rules?|ruled|ruling)[ -]out|exclud(?:es|ed|ing)|exclusion of|negat(?:es|ed|ing)",
  },
  {
    side: "after",
    sign: "attack",
    weight: 0.5,
    pattern:
      "argu(?:es?|ed|ing)s? (?:strongly )?against|speaks? against|(?:evidence |points? |pointing )?against|not (?:\\w+ ){0,2}(?:consistent|compatible|in keeping) with|inconsistent with|(?:un|a)typical (?:of|for)|not (?:\\w+ )?(?:typical|characteristic|suggestive|indicative) (?:of|for)|(?:does|do|did) not (?:\\w+ )?(?:suggest|support|indicate|fit|match|explain|point to|align with)|(?:doesn't|don't|didn't) (?:\\w+ )?(?:suggest|support|indicate|fit|match|explain|point to|align with)",
  },
  {
    side: "after",
    sign: "attack",
    weight: 0.5,
    pattern:
      "(?:no|without|lack of|lacks|lacking|absence of|free of|negative for) (?:\\w+ )?(?:evidence|signs?|features?|indications?|history) (?:of|for|suggesting)|less (?:likely|consistent|typical|suggestive)(?: to be| for| of| with)?(?: an?| the)?(?= \\w+ (?:given|because))|(?:less|not) (?:likely|suggestive of)(?: to be)|unlikely to be",
  },
  {
    side: "after",
    sign: "attack",
    weight: 0.4,
    pattern:
      "reduc(?:es|ing) (?:the )?(?:likelihood|probability|suspicion) (?:of|for)|lowers? (?:the )?(?:likelihood|probability|suspicion) (?:of|for)|mak(?:es?|ing) (?=[^.;]{0,90}\\b(?:less likely|unlikely|less probable|improbable))",
  },
  {
    side: "after",
    sign: "attack",
    weight: 0.3,
    pattern:
      "rather than|instead of|as opposed to|in contrast to|unlike|distinct from|differentiat(?:es?|ed|ing) (?:it |this |them )?from|distinguish(?:es|ed|ing)? (?:it |this |them )?from|mimic(?:s|ked|king)?|mistaken for|misdiagnosed as",
  },
  // Against, the diagnosis before the cue.
  {
    side: "before",
    sign: "attack",
    weight: 0.7,
    pattern:
      "(?:(?:is|are|was|were|has been|have been|can be|been|be|being|effectively) )(?:\\w+ )?(?:ruled out|excluded|dismissed|discarded)",
  },
  {
    side: "before",
    sign: "attack",
    weight: 0.5,
    pattern:
      "(?:is|are|was|were|seems?|appears?|be|being|makes?|very|highly|extremely) (?:\\w+ )?(?:unlikely|improbable|implausible)|unlikely|(?:does not|doesn't|do not|don't) (?:\\w+ )?(?:fit|match|explain|account|align|seem)|not (?:\\w+ )?(?:supported|likely|typical|consistent|the case)",
  },
  {
    side: "before",
    sign: "attack",
    weight: 0.4,
    pattern: "less (?:likely|probable|plausible|common|consistent|typical|fitting|favou?red|of a concern)",
  },
  // For, certain.
  {
    side: "after",
    sign: "support",
    weight: 0.9,
    pattern:
      "(?:confirm(?:s|ed|ing)?|establish(?:es|ed|ing)?|prov(?:es|ed|en|ing)|clinch(?:es|ed|ing)?|secur(?:es|ed)|cements?)|(?:diagnostic|pathognomonic|confirmatory|confirmation|definitive) (?:of|for)|definitively (?:diagnos\\w+|identif\\w+|indicat\\w+)",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.9,
    pattern:
      "(?:is|are|was|were|has been|been) (?:\\w+ ){0,2}(?:confirmed|established|proven)|(?:is|are) (?:clearly )?the (?:\\w+ ){0,3}(?:diagnosis|answer|conclusion|explanation|fit|cause|culprit)",
  },
  {
    side: "after",
    sign: "support",
    weight: 0.9,
    pattern:
      "(?:final|definitive|definite|correct|established|conclusive|overall) (?:\\w+ )?(?:diagnosis|conclusion)(?: here| in this case)?(?: is| was| would be| should be| of|:|\\*\\*)+|conclu(?:de|des|ded|ding|sion)(?: that| is)?",
  },
  // For, strong.
  {
    side: "after",
    sign: "support",
    weight: 0.7,
    pattern:
      "(?:strongly|highly|most|very|clearly|further|heavily) (?:\\w+ )?(?:suggest(?:s|ed|ing|ive of|ive)?|support(?:s|ed|ing|ive of)?|indicat(?:es?|ed|ing|ive of)|consistent with|point(?:s|ed|ing)? (?:to|toward)s?|favou?r(?:s|ed|ing)?|reinforces?|likely (?:to be|represents?|has|have|is|due to))",
  },
  {
    side: "after",
    sign: "support",
    weight: 0.7,
    pattern:
      "(?:hallmarks?|classic|characteristic|typical|textbook|indicative)(?: \\w+){0,2} (?:of|for)|(?:most likely|leading|primary|main|working|likely|most probable|unifying|clinical|pathological|histological|patient's|the) (?:\\w+ )?(?:diagnosis|explanation|cause|culprit|possibility|condition)(?: here| in this case| for \\w+ \\w+| now)?(?: (?:is|was|would be|seems to be|appears to be|could be)|:|,)|(?:solidif(?:y|ies|ied|ying)|strengthen(?:s|ed|ing)?|reinforc(?:es?|ed|ing)) (?:the |this )?(?:\\w+ )?(?:diagnosis|suspicion|possibility|case|likelihood|hypothesis)? ?(?:of|for)?",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.7,
    pattern:
      "(?:is|are|seems?|appears?|as|remains?|be|becomes?) (?:\\w+ )?(?:the )?(?:most|more|very|highly|quite) (?:likely|probable|consistent|plausible|fitting|appropriate)|(?:fits?|explains?|matche?s?|accounts?) (?:\\w+ )?(?:for )?(?:well|best|perfectly|all|everything|the (?:picture|findings|presentation|symptoms))",
  },
  // For, plain.
  {
    side: "after",
    sign: "support",
    weight: 0.5,
    pattern:
      "suggest(?:s|ed|ing|ive of|ive)?|consistent with|compatible with|in keeping with|in line with|align(?:s|ed|ing)? (?:\\w+ )?with|fit(?:s|ting)? (?:\\w+ )?with(?:in)?|support(?:s|ed|ing|ive of)?|indicat(?:es?|ed|ing|ive of|ive)|point(?:s|ed|ing)? (?:\\w+ )?(?:to|toward)s?|favou?r(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|reflect(?:s|ed|ing)?|represent(?:s|ed|ing)?|correspond(?:s|ing)? (?:to|with)|signif(?:y|ies|ying)|explained by|attribut(?:ed|able) to|match(?:es|ed|ing)?|characteri[sz]ed by|seen in|found in|associated with|identif(?:y|ies|ied|ying)|reveal(?:s|ed|ing)?|show(?:s|ed|n|ing)?|demonstrat(?:es?|ed|ing)|lead(?:s|ing)? to (?:the |a )?diagnosis|diagnos(?:is|ed|e|ing)(?: of| with| as| is|:)?|due to|caused by|secondary to|resulting from|result of|evidence (?:of|for)|features? of|signs? of|symptoms? of|history of|case of|form of|type of",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.5,
    pattern:
      "(?:is|are|was|were) (?:\\w+ )?(?:likely|supported|suggested|indicated|evident|apparent|probable|present|seen|identified|known|characteri[sz]ed|a strong|strongly)|(?:can|could|would|may|might) (?:\\w+ )?(?:explain|account for|cause|lead to|present)",
  },
  // For, weak.
  {
    side: "after",
    sign: "support",
    weight: 0.3,
    pattern:
      "(?:may|might|could|can|would) (?:\\w+ )?(?:be|have|represent|indicate|suggest|reflect)|rais(?:es?|ed|ing) (?:\\w+ ){0,3}(?:of|for|about)|concern(?:s|ing)? (?:for|about)|suspicio(?:n|us) (?:of|for)|suspect(?:s|ed|ing)?|possib(?:le|ility of|ly|ilities)|think(?:ing)? (?:of|about)|likely|probabl[ey]|potential(?:ly)?|compel\\w*|presumed",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.3,
    pattern:
      "(?:is|are|remains?|was|were) (?:\\w+ )?(?:possible|possibility|plausible|suspected|a concern|a consideration|a possibility)|comes? to mind",
  },
  // Named only.
  {
    side: "after",
    sign: "support",
    weight: 0.15,
    opensExamples: true,
    pattern: "such as|like|includ(?:es?|ed|ing)|for example|e\\.g\\.|namely|i\\.e\\.|or",
  },
  {
    side: "after",
    sign: "support",
    weight: 0.15,
    pattern:
      "consider(?:s|ed|ing|ation|ations)?|differentials?|versus|vs\\.?|whether|is (?:this|it)|what about|another|alternative(?:s|ly)?|other (?:causes|conditions|possibilities|diagnoses)|causes? of|risk (?:of|for)",
  },
  {
    side: "before",
    sign: "support",
    weight: 0.15,
    pattern:
      "(?:is|are|was|were|should be|must be|be|can be|could be) (?:\\w+ )?considered|(?:is|are) (?:\\w+ ){0,2}(?:consideration|differential|cause|condition|disorder|disease|tumou?r)",
  },
];

/** A word that turns the cue after it around: "no", "not", "never". */
export const NEGATION =
  /\b(?:no|not|never|neither|nor|without|isn't|aren't|wasn't|weren't|cannot|can't|doesn't|don't|didn't|hardly)\b(?:\s+\w+){0,2}\s*$/iu;

/** Where what a cue says ends. */
export const TERMINATOR =
  /\b(?:but|however|although|though|while|whereas|despite|yet|nevertheless|nonetheless|except|unless|even though|on the other hand|in contrast)\b|;|\s[-–—]\s/giu;

/** A sentence that draws together what was said before. */
export const CONCLUDES =
  /\b(?:therefore|thus|hence|so|overall|in (?:summary|conclusion)|to (?:summarize|sum up)|conclu\w+|taken together|putting (?:it|this|all)|given (?:all|these|this|the)|based on|these (?:findings|features|results)|this (?:finding|result|presentation|combination|pattern)|all (?:this|these)|final diagnosis|collectively|together)\b/iu;

/** Words that take up what was just cited as evidence. */
export const TAKES_UP =
  /^\W*(?:this|these|those|such|that|it|all|together|collectively|overall|given|based on|taken|in (?:summary|conclusion|light)|therefore|thus|hence|so|putting|considering)\b|\b(?:these|this|the (?:above|combination of|constellation of)) (?:\w+ ){0,2}(?:findings?|features?|results?|symptoms?|presentation|combination|constellation|picture|pattern|evidence|history|data)\b|\b(?:clinical (?:picture|presentation)|findings|evidence|results)\b/iu;

/** The same said outright, so that it holds beside evidence of the sentence's own: "these findings and the biopsy". */
export const POINTS_BACK =
  /^\W*(?:these|this|taken together|together|collectively)\b|\b(?:these|this|the above) (?:\w+ )?(?:findings?|features?|results?|symptoms?|presentation|combination|constellation|picture|pattern|evidence)\b/iu;

/** A verdict on what the sentence before was about: "this is unlikely", "it would explain". */
export const REFERS_BACK =
  /^\W*(?:this|that|it|they|which|however, (?:this|it|that)|but (?:this|it|that))\b/iu;

/** A sentence of expectation from a diagnosis: deduction. */
export const EXPECTS =
  /\b(?:would (?:expect|show|present|cause|have)|should (?:show|see|have|be)|expected|typically|usually|if (?:it|this|the)|next step|recommend\w*|requires?|management|treat\w*)\b/iu;

/** A sentence that reads a result: induction. */
export const READS_RESULT =
  /\b(?:confirm\w*|rul(?:es?|ed|ing)[ -]out|exclud\w+|less likely|unlikely|argues? against|test\w*|results?|biopsy|histo\w+|imaging|ct|mri|culture|sequencing|laborator\w+)\b/iu;

/** A sentence that doubts the evidence itself. */
export const DOUBTS =
  /\b(?:false[- ](?:positive|negative)|unreliable|artefact|artifact|contaminant|contamination|measurement error|lab(?:oratory)? error|misleading)\b/iu;

/** A sentence that plans: what to do, order, give or avoid. */
export const PLANS =
  /\b(?:recommend\w*|should (?:be|undergo|receive|have|include|start)|next steps?|perform|order|initiat(?:e|es|ing|ion)|start(?:ing)?|administer\w*|prescrib\w+|(?:is|are) (?:strongly |often |typically |usually |also )?(?:indicated|necessary|required|needed|preferred|warranted|crucial|essential|appropriate)|requires?|warrants?|would benefit|needs? to|treatment (?:options?|of choice|plan|includes?|involves?|should|typically)|management (?:includes?|involves?|should|typically)|treat(?:ed|ing|ment)? with|consider(?:ing|ation)? (?:of )?(?:surg|treat|adding|start)\w*|undergo|standard of care|first[- ]line|gold standard|continue|discontinue|monitor(?:ing)?|follow[- ]up)\b/iu;

/** A sentence that says why something must not be done. */
export const FORBIDS =
  /\b(?:contraindicat\w+|avoid\w*|should not be|not (?:recommended|suitable|appropriate)|harmful|unsafe)\b/iu;
