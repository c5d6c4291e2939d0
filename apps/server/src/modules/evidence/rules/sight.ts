/** How much of a detail somebody sees: all, whoever it names by their part alone, or not that it is there. */
export type Sight = 'full' | 'role' | 'hidden';

/** The holder sees how their own credential came about; staff are auditors and program managers, but never of their own. */
export type Reader = 'holder' | 'staff';

type Row = Readonly<Record<Reader, Sight>>;

const all: Row = { holder: 'full', staff: 'full' };
/** Holders are told what a person did and in which part, never who it was. */
const named: Row = { holder: 'role', staff: 'full' };
/** Workings of the organization, notes on others, what each rater gave. */
const inside: Row = { holder: 'hidden', staff: 'full' };

/**
 * Every detail of the chain, step by step, and who sees how much of it. What is not in here cannot be said. Contents and
 * keys of items, what referees said, and why somebody has an accommodation are in no row: nobody reads them here.
 */
export const sight = {
  'life.changes': all,
  'signature.number': all,
  'signature.key': all,
  'signature.algorithm': all,
  'signature.proofCreated': all,
  'signature.sha256': all,
  'signature.version': all,
  'signature.statusList': inside,
  'signature.statusIndex': inside,
  'signature.prepared': inside,
  'signature.linted': inside,
  'signature.signed': all,
  'signature.verified': inside,
  'signature.published': all,
  'decision.by': named,
  'decision.byRule': all,
  'decision.reason': all,
  'decision.basis': all,
  'renewal.route': all,
  'renewal.hours': all,
  'renewal.entries': all,
  'renewal.judgedBy': named,
  'renewal.drawn': all,
  'renewal.draw': inside,
  'renewal.percent': inside,
  'result.score': all,
  'result.scaled': all,
  'result.cut': all,
  'result.edition': all,
  'result.scored': inside,
  'result.releasedBy': named,
  'result.attempts': all,
  'form.id': all,
  'form.name': inside,
  'form.seed': inside,
  'form.items': all,
  'form.edition': all,
  'form.publishedBy': named,
  'form.sha256': all,
  'attempt.sealed': all,
  'attempt.sealedBy': named,
  'attempt.responses': all,
  'attempt.sha256': all,
  'attempt.incidents': all,
  'attempt.incidentNotes': inside,
  'panel.examiners': named,
  'panel.rubric': all,
  'panel.heldOn': all,
  'panel.marks': inside,
  'portfolio.pieces': all,
  'course.modules': all,
  'course.recordedBy': named,
  'authorization.number': all,
  'authorization.from': all,
  'authorization.until': all,
  'authorization.minutes': all,
  'authorization.multiplier': all,
  'authorization.site': all,
  'authorization.proctor': named,
  'application.accepted': all,
  'application.acceptedBy': named,
  'application.statementsAsked': all,
  'application.statementsGiven': all,
  'fees.payments': all,
  'previous.number': all,
  'previous.cycle': all,
  'edition.edition': all,
  'edition.publishedBy': named,
  'edition.sha256': all,
  'edition.movedFrom': all,
} as const satisfies Record<string, Row>;

export type FieldId = keyof typeof sight;
export const fieldIds = Object.keys(sight) as readonly FieldId[];

/** Where in the audit an act stands: number, hash and name of the act. Holders learn whether it stands there. */
export const auditSight: Row = inside;

type StepOf<F extends string> = F extends `${infer S}.${string}` ? S : never;
export type StepKind = StepOf<FieldId>;
export const stepKinds = [
  ...new Set(fieldIds.map((field) => field.slice(0, field.indexOf('.')))),
] as readonly StepKind[];
