import { type CandidacyStatus, type Fact, type FactKind, findRequirement, say } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Candidacy } from '../store.ts';
import { type Reader, sayFact } from './history.ts';

export interface Letter {
  /** The same occasion is written about once. */
  readonly occasion: string;
  readonly template: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Of which statuses the candidate is told here, and how the subject says it. Drafts are the candidate's own doing; a
 * first verdict among several changes nothing for the candidate; authorizations and certificates come with letters of
 * their own, and the last result says that the decision comes next.
 */
const subjects: Readonly<Record<CandidacyStatus, string | undefined>> = {
  draft: undefined,
  'waiting-for-review': 'We have your application',
  'under-review': undefined,
  'more-needed': 'More is needed from you',
  'payment-due': 'Payment due',
  authorized: undefined,
  scheduled: undefined,
  'waiting-for-results': 'We have your answers and your work',
  'waiting-for-decision': undefined,
  certified: undefined,
  'not-accepted': 'Your application was not accepted',
  'not-passed': 'Your candidacy has ended without a pass',
  withdrawn: 'You have withdrawn',
  closed: 'Your candidacy was closed',
};

/** What others did that a candidate is told of though the status may stay. */
const toldOf: ReadonlySet<FactKind> = new Set([
  'statement-given',
  'statement-declined',
  'accommodation-decided',
  'membership-judged',
  'fee-settled',
  'fee-refunded',
  'result-released',
  'credential-suspended',
  'credential-reinstated',
  'credential-revoked',
  'credential-surrendered',
  'edition-moved',
]);

/** A membership that the list of members proved went with the letter on the application. */
const isTold = (fact: Fact): boolean =>
  toldOf.has(fact.kind) && !(fact.kind === 'membership-judged' && fact.by.kind === 'system');

interface Address {
  /** Those who were asked for statements, by request. */
  readonly asked: ReadonlyMap<string, string>;
  readonly name: string;
  readonly url: string;
  readonly organizationName: string;
}

const candidateReads = { isCandidate: true, mayReadAccommodation: true, mayReadStatements: false };

const compose = ({ program, number, standing }: Candidacy, { name, url, organizationName }: Address, what: string) => {
  const own = standing.next.filter((action) => action.actor === 'candidate');
  const steps = own.map((action) => {
    const by = action.by === undefined ? '' : `, by ${formatDay(action.by)} (UTC)`;
    return `- ${say(action.title)}${by}`;
  });
  const others = standing.next.some((action) => action.actor !== 'candidate');
  const next =
    steps.length > 0
      ? ['What you can do next:', ...steps]
      : [others ? 'Nothing is asked of you now. We write when there is news.' : 'Nothing more is to be done.'];
  return [
    `Dear ${name},`,
    '',
    what,
    '',
    ...next,
    '',
    `Where you stand, with all dates and reasons: ${url}`,
    '',
    `${program.title}, edition ${program.edition}, ${number}`,
    organizationName,
  ].join('\n');
};

/** About the status that a candidacy is in, if the candidate is to hear of it. */
export const letterOfStatus = (candidacy: Candidacy, address: Address): Letter | undefined => {
  const { id, standing, program } = candidacy;
  const subject = subjects[standing.status];
  if (subject === undefined) return undefined;
  // An invoice that is still being made out has no number and no due date to write of.
  if (standing.status === 'payment-due' && standing.owed.every((owed) => owed.invoiceId === undefined))
    return undefined;
  return {
    occasion: `candidacy/${id}/${standing.status}/${standing.since}`,
    template: `candidacies.${standing.status}`,
    subject: `${program.abbreviation}: ${subject}`,
    body: compose(candidacy, address, say(standing.statusReason)),
  };
};

const letterOfFact = (candidacy: Candidacy, fact: Fact, address: Address): Letter => {
  const asCandidate: Reader = { ...candidateReads, names: address.asked };
  const words = sayFact(candidacy.program, fact, asCandidate);
  const [headline = words] = words.split(/[.:] /);
  return {
    occasion: `candidacy/${candidacy.id}/fact/${fact.id}`,
    template: `candidacies.${fact.kind}`,
    subject: `${candidacy.program.abbreviation}: ${headline.replace(/\.$/, '')}`,
    body: compose(candidacy, address, words),
  };
};

/** A link that ran out unanswered: no fact tells of it. */
const lettersOfExpiry = (candidacy: Candidacy, address: Address): readonly Letter[] => {
  const { id, program, standing } = candidacy;
  return standing.statements.flatMap(({ requestId, requirement, state, until }) => {
    if (state !== 'expired') return [];
    const who = address.asked.get(requestId) ?? 'Somebody';
    const title = findRequirement(program, requirement)?.title ?? requirement;
    const words = `${who} did not answer by ${formatDay(until)}, and the link has expired: ${title}.`;
    return [
      {
        occasion: `candidacy/${id}/statement/${requestId}/expired`,
        template: 'candidacies.statement-expired',
        subject: `${program.abbreviation}: ${who} did not answer in time`,
        body: compose(candidacy, address, words),
      },
    ];
  });
};

/** Every letter that a candidate should have by now; those on occasions that were written about are not sent again. */
export const lettersDue = (candidacy: Candidacy, address: Address): readonly Letter[] => {
  const ofFacts = candidacy.facts.filter(isTold).map((fact) => letterOfFact(candidacy, fact, address));
  const ofStatus = letterOfStatus(candidacy, address);
  const all = [...ofFacts, ...lettersOfExpiry(candidacy, address)];
  return ofStatus ? [...all, ofStatus] : all;
};
