/**
 * Word lists of the free-text reader, as data: what names a diagnosis, a test or a treatment, what only links or
 * reports. Own lists of general medical English (clinical foundation, mark M); they decide what is read as a name,
 * never what is true of a disease.
 */

export type Vocabulary = {
  /** Grammar words: never part of a match. */
  readonly stop: ReadonlySet<string>;
  /** Words that report or frame ("patient", "examination", "reveals"): never evidence by themselves. */
  readonly framing: ReadonlySet<string>;
  /** Nouns that name a kind of disease; too wide to stand alone as a name. */
  readonly diseaseNouns: ReadonlySet<string>;
  /** Names without a telling ending. */
  readonly diseaseNames: ReadonlySet<string>;
  /** Modifiers that do not make another disease ("acute", "suspected", "left"). */
  readonly neutralModifiers: ReadonlySet<string>;
  /** Words for a state or a sign: a step on the way, no diagnosis ("inflammation", "lesion", "involvement"). */
  readonly stateNouns: ReadonlySet<string>;
  /** Words for a class of diseases, a diagnosis only with a modifier that tells which ("disorder", "infection"). */
  readonly classNouns: ReadonlySet<string>;
  /** Modifiers that leave a class a class: organ systems, kinds of process. */
  readonly classModifiers: ReadonlySet<string>;
  readonly testNouns: ReadonlySet<string>;
  readonly treatmentNouns: ReadonlySet<string>;
};

const STOP =
  "a an the this that these those it its he she him his her hers they their them we our i my you your who whom whose " +
  "which what where when while as at by for from in into of off on onto out over to up with within without and or nor " +
  "but if then than so because since though although however thus therefore hence is are was were be been being am " +
  "do does did done doing has have had having can could may might must shall should will would not no nor never " +
  "there here also too very more most much many some any each every all both either neither only just even still yet " +
  "such same other another own about above after again against before below between during through under until upon beyond toward towards around among across despite " +
  "per via versus vs like given due let lets us how why once further few let's s t re ve ll d";

const FRAMING =
  "patient case year old woman man male female boy girl child infant adult person individual history presentation " +
  "presenting presents presented present examination exam physical clinical clinically laboratory lab test testing " +
  "result finding feature sign symptom imaging scan study investigation evaluation evaluate assessment assess report " +
  "reported reporting reveal reveals revealed revealing show showed shown showing demonstrate demonstrated " +
  "demonstrating note noted noting observe observed describe described indicate indicated indicating suggest " +
  "suggested suggesting suggestive support supported supporting supportive confirm confirmed confirming confirmation " +
  "consistent compatible consider considered considering consideration include included including combination " +
  "presence absence absent evidence diagnosis diagnose diagnosed diagnostic differential possible possibly possibility " +
  "likely unlikely probable probably potential potentially suspect suspected suspicion rule ruled exclude excluded " +
  "cause caused causing lead led leading result resulted resulting related relate relation associated association " +
  "secondary primary underlying key significant significantly notable notably particularly especially overall initial " +
  "initially final finally first second third next step information summary analysis analyze review additional " +
  "additionally furthermore moreover important importantly specific specifically typical typically classic classical " +
  "classically characteristic common commonly rare rarely often usually generally general well known unknown condition " +
  "problem issue concern context setting picture course day week month year ago time recent recently current currently " +
  "past medical surgical family personal social chief complaint none multiple several various different certain make " +
  "makes made making point points pointing help helps need needs needed look looking see seen seem seems think thinking " +
  "know knowing go going get getting start starting take taking taken give given come coming find found finding ancillary " +
  "one two three four five six seven eight nine ten high low level elevated increased decreased reduced raised normal " +
  "abnormal positive negative mild moderate severe small large left right bilateral unilateral upper lower affect " +
  "affected affecting involve involved involving involvement treatment therapy management work workup okay alright " +
  "wait hmm maybe perhaps actually really quite rather however based fact factor process nature type form pattern " +
  "area region site part side size origin etiology aetiology pathology histopathology histopathological histology " +
  "histological microscopic biopsy immunohistochemistry further require required definitive definite correct alternative";

const DISEASE_NOUNS =
  "disease syndrome disorder infection cancer carcinoma adenocarcinoma tumor neoplasm malignancy lymphoma sarcoma " +
  "leukemia melanoma cyst abscess fracture failure injury obstruction deficiency insufficiency dystrophy dysplasia " +
  "hyperplasia malformation anomaly defect mutation toxicity poisoning intoxication overdose dependence reaction " +
  "rejection perforation rupture dissection torsion dislocation subluxation tear hernia herniation fistula stenosis " +
  "stricture occlusion compression hemorrhage hematoma bleed bleeding thrombosis embolism infarction infarct ischemia " +
  "stroke arrest arrhythmia block crisis storm shock palsy neuropathy myopathy encephalopathy cardiomyopathy " +
  "nephropathy arteriopathy vasculopathy coagulopathy retinopathy hypertension hypotension edema effusion aneurysm " +
  "pseudoaneurysm lesion mass polyp ulcer stone calculus impaction pregnancy duplication agenesis atresia " +
  "aplasia hypoplasia anemia cytopenia inflammation degeneration atrophy deformity malocclusion dementia delirium " +
  "psychosis depression epilepsy seizure migraine metastasis deposit migration displacement complication involvement " +
  "phenomenon sequence spectrum variant gestation heart virus valve kidney spleen lymphadenopathy dermatosis " +
  "ectopia cavity foreign fever flare attack withdrawal trauma burn bite allergy impingement entrapment nevus " +
  "hamartoma disturbance dysfunction exacerbation recurrence fusion transposition erosion necrosis gangrene";

const DISEASE_NAMES =
  "asthma copd sle hiv aids gout psoriasis eczema scabies measles mumps rubella pertussis tetanus rabies malaria " +
  "dengue cholera typhoid influenza covid syphilis gonorrhea chlamydia leprosy anthrax plague botulism sepsis " +
  "bacteremia candidiasis autism schizophrenia mania anorexia bulimia scurvy rickets lupus sarcoid chorea stutter " +
  "albinism dwarfism autoimmunity preeclampsia eclampsia achalasia hemophilia diabetes hypothyroidism hyperthyroidism " +
  "hyperparathyroidism hypoparathyroidism hypopituitarism cryptorchidism botryomycosis glaucoma cataract gist pnet " +
  "hlh dress tuberculosis intussusception ileus volvulus appendicitis pneumonia pneumothorax hydrocephalus " +
  "pneumomediastinum cholestasis acromegaly gigantism ketoacidosis nocardia anaphylaxis erythroderma kwashiorkor " +
  "pica catatonia paraplegia tetraplegia coma priapism gynecomastia lipodystrophy meningioma odontoma";

const NEUTRAL_MODIFIERS =
  "acute chronic subacute severe mild moderate advanced early late suspected probable possible likely presumed confirmed " +
  "underlying primary secondary recurrent relapsing progressive persistent refractory left right bilateral unilateral " +
  "solitary isolated sporadic idiopathic classic classical typical atypical rare diffuse localized generalized extensive " +
  "massive large small giant complicated uncomplicated symptomatic asymptomatic new onset newly diagnosed adult pediatric " +
  "childhood infantile neonatal juvenile congenital acquired benign stage grade type class incidental concurrent " +
  "synchronous spontaneous active adult-onset known some true infectious infective inflammatory systemic hereditary inherited genetic localised subsequent previous prior original overt widespread nonspecific subclinical potential simple mature immature high low grade partial " +
  "complete total incomplete ruptured perforated incarcerated strangulated infected invasive metastatic unicentric related " +
  "induced associated mediated variant subtype";

const STATE_NOUNS =
  "lesion mass involvement inflammation dysfunction insufficiency edema effusion swelling fever shock compression " +
  "atrophy necrosis erosion defect mutation variant displacement deposit complication virus kidney spleen metastasis " +
  "anomaly deformity obstruction injury calculus lymphadenopathy heart valve cavity foreign pregnancy gestation " +
  "hypoplasia degeneration disturbance recurrence exacerbation trauma bleeding bleed block hyperplasia dysplasia " +
  "perforation occlusion failure ischemia hemorrhage stenosis pathology process impingement migration cytosis fusion " +
  "malformation abnormality flare attack phenomenon sequence hematoma ulcer polyp stone collapse analysis paralysis " +
  "foot limb entrapment stroma dialysis catalysis neoplasia hyperostosis orbit cardiac prognosis diagnosis mitosis apoptosis predisposis coma herniation allergy fibrosis steatosis hypoxia hemolysis hemophagocytosis hyperbilirubinemia abscess cyst fistula tear rupture seizure depression infarct";

const CLASS_NOUNS =
  "disease syndrome disorder infection cancer carcinoma tumor neoplasm malignancy sarcoma lymphoma reaction toxicity " +
  "deficiency neuropathy myopathy encephalopathy cardiomyopathy nephropathy vasculopathy coagulopathy vasculitis " +
  "dermatosis anemia pathology thrombosis fracture hypertension condition granuloma adenoma myelopathy pathogen " +
  "infarction embolism dermatitis cellulitis meningitis adenocarcinoma leukemia sepsis dementia arrhythmia";

const CLASS_MODIFIERS =
  "systemic viral bacterial fungal parasitic microbial infectious infective inflammatory autoimmune immune malignant " +
  "benign soft tissue vascular metabolic genetic hereditary inherited neurological neurologic neurodegenerative cardiac " +
  "heart lung kidney liver brain bone skin mesenchymal epithelial connective aggressive invasive metastatic disseminated " +
  "opportunistic allergic toxic traumatic neoplastic congenital developmental degenerative endocrine hormonal " +
  "hematologic hematological lymphoproliferative myeloproliferative granulomatous structural mechanical storage " +
  "mitochondrial thromboembolic ischemic hemorrhagic obstructive restrictive intestinal bowel gastrointestinal abdominal " +
  "pelvic spinal cns central nervous system peripheral nerve muscle joint respiratory cardiovascular urinary " +
  "genitourinary reproductive hepatobiliary biliary pancreatic gastric colon rectum ovary uterus thyroid adrenal renal " +
  "breast head neck oral dental ocular eye orbital spindle cell solid cystic mucinous grade hepatocellular similar " +
  "serious life threatening multisystem multi organ psychiatric rheumatologic rheumatic connective tissue-disease skin-disease " +
  "space occupying vein artery arterial venous coronary drug opportunistic ongoing occult concurrent coexisting " +
  "neuromuscular motor neuron sensory cerebrovascular cutaneous mucosal salivary gland adnexal lymphatic airway pulmonary " +
  "interstitial musculoskeletal medical mesenteric retroperitoneal mediastinal intracranial extra well poorly " +
  "differentiated undifferentiated slow growing expansile locally fluid filled deep blood b t other similar common rare such";

const TEST_NOUNS =
  "ct mri mra mrcp ultrasound ultrasonography radiograph x-ray xray echocardiogram echocardiography ecg eeg emg " +
  "angiography angiogram endoscopy colonoscopy bronchoscopy cystoscopy laparoscopy biopsy aspiration culture " +
  "immunohistochemistry sequencing serology spirometry scintigraphy tomography panel screening monitoring follow-up " +
  "mammography arthroscopy manometry electrophoresis cytology puncture pcr assay antibodies antibody polysomnography";

const TREATMENT_NOUNS =
  "surgery resection excision chemotherapy radiotherapy radiation immunotherapy antibiotic antibiotics corticosteroid " +
  "corticosteroids steroid steroids prednisone prednisolone methylprednisolone dexamethasone anticoagulation heparin " +
  "transfusion transplantation transplant physiotherapy rehabilitation drainage debridement embolization stenting stent " +
  "dialysis plasmapheresis immunoglobulin insulin fluids resuscitation ventilation fixation reconstruction repair graft " +
  "grafting ablation lithotripsy splinting casting bracing counseling psychotherapy supplementation therapy medication " +
  "antifungal antiviral analgesia analgesics immunosuppression immunosuppressants chemoradiation lenses appliance " +
  "intervention decompression arthrodesis arthroplasty extraction restoration prophylaxis discontinuation cessation " +
  "bisphosphonate bisphosphonates diuretics rituximab surveillance observation amputation enucleation bypass irrigation";

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** The lists, ready for lookup by stem. */
export function createVocabulary(): Vocabulary {
  return {
    stop: setOf(STOP),
    framing: setOf(FRAMING),
    diseaseNouns: setOf(DISEASE_NOUNS),
    diseaseNames: setOf(DISEASE_NAMES),
    neutralModifiers: setOf(NEUTRAL_MODIFIERS),
    stateNouns: setOf(STATE_NOUNS),
    classNouns: setOf(CLASS_NOUNS),
    classModifiers: setOf(CLASS_MODIFIERS),
    testNouns: setOf(TEST_NOUNS),
    treatmentNouns: setOf(TREATMENT_NOUNS),
  };
}

const DISEASE_ENDING =
  /(?:itis|oma|osis|iasis|pathy|emia|penia|trophy|(?<!neo)plasia|plegia|algia|cele|ectasis|ectasia|malacia|rrhea|myolysis|hemolysis|sclerosis|phobia|thorax|megaly|cytosis|uria|stenosis|ptosis|blastoma|infarction|embolism|syndrome|virus)$/u;

/** Whether a stem can be the last word of the name of a disease. */
export function isDiseaseHead(vocabulary: Vocabulary, stem: string): boolean {
  return (
    vocabulary.diseaseNouns.has(stem) ||
    vocabulary.diseaseNames.has(stem) ||
    (stem.length > 5 && DISEASE_ENDING.test(stem))
  );
}

/** Whether a stem says enough alone: "appendicitis" does, "disease" and "tumor" do not. */
export function isTellingAlone(vocabulary: Vocabulary, stem: string): boolean {
  if (vocabulary.diseaseNouns.has(stem)) return false;
  return vocabulary.diseaseNames.has(stem) || (stem.length > 6 && DISEASE_ENDING.test(stem));
}

const STATE_ENDING =
  /(?:penia|megaly|(?<!histio|masto)cytosis|uria|plegia|algia|rrhea|natremia|kalemia|calcemia|glycemia|uricemia|tremia|xemia|volemia|lipidemia|bilirubinemia|albuminemia|proteinemia|phosphatemia|magnesemia|inemia|philia|stasis|ectasia)$/u;

/** "Glandular neoplasm", "mycobacterial infection": an adjective of kind leaves these a class. */
const LOOSE_CLASS = /^(?:tumor|neoplasm|malignancy|disorder|infection|reaction|vasculitis)$/u;
const ADJECTIVE_OF_KIND = /(?:ous|al|oid|ic|ar|ary|ive)$/u;

/**
 * Whether a phrase names a diagnosis that can be weighed against others: neither a state on the way to one nor a
 * whole class of diseases.
 */
export function isDiagnosis(vocabulary: Vocabulary, stems: readonly string[]): boolean {
  const head = stems.at(-1)?.split("-").at(-1) ?? "";
  if (vocabulary.stateNouns.has(head) || STATE_ENDING.test(head)) return false;
  const isNamed = (stem: string): boolean =>
    !vocabulary.classModifiers.has(stem) &&
    !vocabulary.neutralModifiers.has(stem) &&
    !vocabulary.framing.has(stem);
  if (!vocabulary.classNouns.has(head)) return true;
  // "pulmonary-embolism" was folded from a full name.
  const telling = stems.slice(0, -1).filter(isNamed);
  if (LOOSE_CLASS.test(head) && telling.every((stem) => ADJECTIVE_OF_KIND.test(stem))) return false;
  return (stems.at(-1) ?? "").includes("-") || telling.length > 0;
}

const TREATMENT_ENDING =
  /(?:ectomy|otomy|ostomy|plasty|therapy|pexy|mab|nib|cillin|mycin|azole|vir|pril|sartan|olol)$/u;

/** Whether a stem can be the last word of the name of a treatment. */
export function isTreatmentHead(vocabulary: Vocabulary, stem: string): boolean {
  return vocabulary.treatmentNouns.has(stem) || (stem.length > 5 && TREATMENT_ENDING.test(stem));
}

const TEST_ENDING = /(?:scopy|graphy|gram|metry)$/u;

/** Whether a stem can be the last word of the name of a test. */
export function isTestHead(vocabulary: Vocabulary, stem: string): boolean {
  return vocabulary.testNouns.has(stem) || (stem.length > 6 && TEST_ENDING.test(stem));
}
