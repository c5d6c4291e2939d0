import {
  type Fact,
  type FactData,
  type FactKind,
  findAssessment,
  findBundle,
  findFee,
  findPayerClass,
  findRegion,
  findRequirement,
  type Program,
  trackTitle,
} from '@testamur/program';
import { formatDay, formatMoney } from '../../../kernel/index.ts';

export interface Reader {
  /** The candidate sees no names of staff, and of what others recorded the text alone. */
  readonly isCandidate: boolean;
  /** Accommodations speak of health: for the candidate, and for those who decide on them or audit that. */
  readonly mayReadAccommodation: boolean;
  /** What referees say is for those who review the application, or audit that. */
  readonly mayReadStatements: boolean;
  /** Names by person, for staff; by request of those who were asked for statements, for the candidate as well. */
  readonly names: ReadonlyMap<string, string>;
}

interface Context {
  readonly program: Program;
  readonly reader: Reader;
}

type Writer<K extends FactKind> = (data: FactData[K], context: Context) => string;

const requirement = (program: Program, id: string) => findRequirement(program, id)?.title ?? id;
const fee = (program: Program, id: string) => (findFee(program, id) ?? findBundle(program, id))?.title ?? id;

const byVoucher = ({ voucherId }: { readonly voucherId?: string }, word: 'by' | 'as' = 'by') =>
  voucherId === undefined ? '' : ` ${word} a voucher`;

/** Attempts count only where there has been more than one. */
const assessment = (program: Program, { assessment: id, attempt }: { assessment: string; attempt: number }) => {
  const title = findAssessment(program, id)?.title ?? id;
  return attempt > 1 ? `${title}, attempt ${attempt}` : title;
};

/** Who was asked, where the reader may know it. */
const asked = (requestId: string, { reader }: Context) => reader.names.get(requestId) ?? 'Somebody';

const moduleTitle = (program: Program, { assessment: id, module }: { assessment: string; module: string }) => {
  const found = findAssessment(program, id);
  return found?.kind === 'course' ? (found.modules.list.find((one) => one.id === module)?.title ?? module) : module;
};

const verdicts = { accepted: 'accepted', 'more-needed': 'more is needed', 'not-accepted': 'not accepted' } as const;

const sensitive = (text: string, { reader }: Context) => (reader.mayReadAccommodation ? ` ${text}` : '');

const writers: { readonly [K in FactKind]: Writer<K> } = {
  'candidacy-begun': (data, { program }) => {
    const track = trackTitle(program, data);
    return track === undefined ? 'Application begun.' : `Application begun: ${track}.`;
  },
  'region-declared': (data, { program }) => `Region: ${findRegion(program, data.region)?.title ?? data.region}.`,
  'requirement-declared': (data, { program }) => `Stated: ${requirement(program, data.requirement)}.`,
  'application-submitted': () => 'Application submitted.',
  'requirement-judged': (data, { program }) =>
    `${requirement(program, data.requirement)}: ${verdicts[data.verdict]}. ${data.reason}`,
  'statement-requested': (data, context) =>
    `${asked(data.requestId, context)} was asked for a statement: ${requirement(context.program, data.requirement)}. The link works until ${formatDay(data.until)}.`,
  'statement-given': (data, context) => {
    const who = asked(data.requestId, context);
    const what = findRequirement(context.program, data.requirement);
    if (what?.kind !== 'training')
      return `${who} has given the statement: ${requirement(context.program, data.requirement)}.`;
    return `${who} ${data.confirmed ? 'has confirmed' : 'could not confirm'}: ${what.title}.`;
  },
  'statement-declined': (data, context) =>
    `${asked(data.requestId, context)} has declined to give a statement: ${requirement(context.program, data.requirement)}.`,
  'statement-withdrawn': (data, context) =>
    `Request taken back: ${asked(data.requestId, context)}, ${requirement(context.program, data.requirement)}.`,
  'accommodation-requested': (data, context) => `Accommodation asked for.${sensitive(data.request, context)}`,
  'accommodation-decided': (data, context) =>
    data.granted
      ? `Accommodation granted: ${data.timeMultiplier} times the standard time.${sensitive(data.reason, context)}`
      : `Accommodation not granted.${sensitive(data.reason, context)}`,
  'membership-claimed': (data, { program }) => {
    const payerClass = findPayerClass(program, data.payerClass);
    if (payerClass?.proof !== 'membership') return 'Membership no longer claimed.';
    return `Membership claimed: ${payerClass.label}, number ${data.memberNumber}.`;
  },
  'membership-judged': (data) => `Membership ${data.verified ? 'verified' : 'not verified'}. ${data.reason}`,
  'bundle-chosen': (data, { program }) => `To be paid at once: ${fee(program, data.bundle)}.`,
  'fee-invoiced': (data, { program }) =>
    `Invoice over ${formatMoney(data)} issued: ${fee(program, data.fee)}, due ${formatDay(data.dueAt)}.`,
  'fee-settled': (data, { program }) => `${formatMoney(data)} paid${byVoucher(data)}: ${fee(program, data.fee)}.`,
  'fee-refunded': (data, { program }) =>
    `${formatMoney(data)} given back${byVoucher(data, 'as')}: ${fee(program, data.fee)}.`,
  'test-authorized': (data, { program }) =>
    `Authorized: ${assessment(program, data)}, from ${formatDay(data.from)} to ${formatDay(data.until)}.`,
  'attempt-begun': (data, { program }) => `Begun: ${assessment(program, data)}.`,
  'attempt-sealed': (data, { program }) =>
    `${data.byClock ? 'Time ran out and the answers were sealed' : 'Answers submitted and sealed'}: ${assessment(program, data)}.`,
  'portfolio-submitted': (data, { program }) =>
    `Submitted: ${assessment(program, data)}, ${data.pieces} ${data.pieces === 1 ? 'piece' : 'pieces'}.`,
  'session-held': (data, { program }) => `Held on ${formatDay(data.heldOn)}: ${assessment(program, data)}.`,
  'module-completed': (data, { program }) =>
    `Module completed: ${moduleTitle(program, data)}, ${assessment(program, data)}.`,
  'result-released': (data, { program }) =>
    `Result released: ${assessment(program, data)}, ${data.passed ? 'passed' : 'not passed'} with ${data.score} of ${data.maxScore}.`,
  'decision-recorded': (data) =>
    `Decision: ${data.outcome === 'certify' ? 'certified' : 'not certified'}. ${data.reason}`,
  'credential-granted': (data) =>
    `Certificate ${data.number} granted, in force from ${formatDay(data.validFrom)} to ${formatDay(data.validUntil)}.`,
  'credential-suspended': (data) => `Certificate suspended. ${data.reason}`,
  'credential-reinstated': (data) => `Certificate reinstated. ${data.reason}`,
  'credential-revoked': (data) => `Certificate revoked. ${data.reason}`,
  'credential-surrendered': (data) =>
    data.retired ? 'Certificate given back on retiring.' : 'Certificate given back.',
  'education-logged': (data) =>
    `Continuing education entered: ${data.title}, ${data.provider}, ${data.hours} ${data.hours === 1 ? 'hour' : 'hours'}, completed ${formatDay(data.completedOn)}.`,
  'education-judged': (data) =>
    `Continuing education ${data.verdict === 'accepted' ? 'accepted' : 'not accepted'}. ${data.reason}`,
  'renewal-route-chosen': (data, { program }) =>
    `To be renewed by: ${program.renewal.routes.find(({ id }) => id === data.route)?.title ?? data.route}.`,
  'renewal-submitted': (data) =>
    data.audited ? 'Renewal submitted. Its evidence was drawn for an audit.' : 'Renewal submitted.',
  'listing-consented': (data) =>
    data.listed ? 'Agreed to be listed in the public register.' : 'No longer to be listed in the public register.',
  'edition-moved': (data) => `Moved from edition ${data.from} to edition ${data.to} of the program.`,
  'candidacy-withdrawn': (data) => `Withdrawn. ${data.reason}`,
};

/** What a fact says, in a sentence or two. */
export const sayFact = (program: Program, fact: Fact, reader: Reader): string => {
  // The writer of a kind takes the data of that kind: the table's type says so, which TypeScript cannot follow here.
  const write = writers[fact.kind] as Writer<FactKind>;
  return write(fact.data, { program, reader }).trim();
};

const actorOf = ({ by }: Fact, { isCandidate, names }: Reader): string => {
  if (by.kind === 'system') return 'Testamur';
  if (by.kind === 'third-party') return names.get(by.id ?? '') ?? 'Somebody who was asked';
  if (isCandidate) return by.kind === 'candidate' ? 'You' : 'The organization';
  return (by.id === undefined ? undefined : names.get(by.id)) ?? 'Somebody whose account is gone';
};

const aboutAccommodation: ReadonlySet<FactKind> = new Set(['accommodation-requested', 'accommodation-decided']);

const dataFor = (fact: Fact, reader: Reader): Readonly<Record<string, unknown>> => {
  const ofOthers = fact.by.kind !== 'candidate' && fact.by.kind !== 'system';
  if (reader.isCandidate && ofOthers) return {};
  if (fact.kind === 'statement-given' && !reader.mayReadStatements) return {};
  if (aboutAccommodation.has(fact.kind) && !reader.mayReadAccommodation) return {};
  return { ...fact.data };
};

/** The ledger for a reader, newest first. */
export const historyFor = (program: Program, facts: readonly Fact[], reader: Reader) =>
  facts
    .map((fact) => ({
      id: fact.id,
      at: fact.at,
      kind: fact.kind,
      actor: actorOf(fact, reader),
      text: sayFact(program, fact, reader),
      data: dataFor(fact, reader),
    }))
    .toReversed();
