import { findRequirement, type Standing, type Verdict } from '@testamur/program';
import { formatInstant, Problem } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { listPeople } from '../../identity/index.ts';
import { recordFactsOn } from '../facts.ts';
import { isSubmitted } from '../rules/claims.ts';
import type { NewFact } from '../rules/drafts.ts';
import { findJudgeable } from '../rules/judgeable.ts';
import { findAccommodation, findMembership } from '../rules/membership.ts';
import { wasAskedForStatement } from '../statements.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';

const refuseOwn = (viewer: Viewer, candidacy: Candidacy): void => {
  if (viewer.personId !== candidacy.personId) return;
  const message = 'This candidacy is your own. Somebody else has to judge it.';
  throw new Problem('forbidden', 'candidacies.own-candidacy', message);
};

const refuseAsked = async (scope: Scope, viewer: Viewer, { id }: Candidacy): Promise<void> => {
  if (!(await wasAskedForStatement(scope, id, viewer.email))) return;
  const message = 'You were asked for a statement on this candidate. Somebody else has to judge.';
  throw new Problem('forbidden', 'candidacies.asked-for-statement', message);
};

const nothingToJudge = (message: string) => new Problem('rule-broken', 'candidacies.nothing-to-judge', message);

/** Says who was faster, and when. */
const alreadyJudged = async (scope: Scope, fact: Candidacy['facts'][number], what: string): Promise<Problem> => {
  const people = fact.by.id === undefined ? undefined : await listPeople(scope.trx, [fact.by.id]);
  const who = people?.get(fact.by.id ?? '')?.name ?? 'Testamur';
  const message = `${who} ${what} on ${formatInstant(fact.at)}. Your verdict was not recorded.`;
  return new Problem('conflict', 'candidacies.already-judged', message);
};

const verbs = {
  accepted: 'accepted it',
  'more-needed': 'asked for more',
  'not-accepted': 'did not accept it',
} as const satisfies Record<Verdict, string>;

/** The candidacy, locked, for somebody other than its candidate. */
const loadToJudge = async (scope: Scope, viewer: Viewer, candidacyId: string): Promise<Candidacy> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOwn(viewer, candidacy);
  if (candidacy.standing.final) throw nothingToJudge('This candidacy is over.');
  return candidacy;
};

/** The lock lets one verdict go first; the key of the fact makes sure of it whatever happens to the lock. */
const recordVerdict = async (scope: Scope, candidacy: Candidacy, verdict: NewFact): Promise<Standing> => {
  const { standing, recorded } = await recordFactsOn(scope, candidacy, [verdict]);
  if (recorded[0] === true) return standing;
  throw new Problem(
    'conflict',
    'candidacies.already-judged',
    'Somebody else was faster. Your verdict was not recorded.',
  );
};

export interface RequirementVerdict {
  readonly requirement: string;
  /** Names what the reviewer looked at: when it was declared, or when the latest statement was given. */
  readonly claimDeclaredAt: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly entryIds?: readonly string[] | undefined;
}

export const judgeRequirement = async (
  scope: Scope,
  viewer: Viewer,
  candidacyId: string,
  { requirement: requirementId, claimDeclaredAt, verdict, reason, entryIds }: RequirementVerdict,
): Promise<Standing> => {
  const candidacy = await loadToJudge(scope, viewer, candidacyId);
  await refuseAsked(scope, viewer, candidacy);
  const { program, facts } = candidacy;
  const requirement = findRequirement(program, requirementId);
  const title = requirement?.title ?? requirementId;
  const judgeable = requirement && findJudgeable(requirement, facts);
  if (!judgeable || !isSubmitted(facts)) {
    throw nothingToJudge(`Nothing was submitted for "${title}" that a reviewer judges.`);
  }
  const { basis, judged, entryIds: known } = judgeable;
  if (Date.parse(basis.at) !== Date.parse(claimDeclaredAt)) {
    const message = `There is news on "${title}" from ${formatInstant(basis.at)}. Read it before you judge it.`;
    throw new Problem('conflict', 'candidacies.claim-changed', message);
  }
  if (judged) throw await alreadyJudged(scope, judged, verbs[judged.data.verdict]);
  if (entryIds?.some((id) => !known.includes(id)) === true) {
    const message = 'One of the chosen entries is not in the claim. Load the page again.';
    throw new Problem('invalid', 'candidacies.no-such-entry', message, [{ path: 'entryIds', message }]);
  }
  return recordVerdict(scope, candidacy, {
    kind: 'requirement-judged',
    data: { requirement: requirementId, verdict, reason, ...(entryIds === undefined ? {} : { entryIds }) },
    by: { kind: 'staff', id: viewer.personId },
    once: `judged:${basis.id}`,
  });
};

export const judgeMembership = async (
  scope: Scope,
  viewer: Viewer,
  candidacyId: string,
  { verified, reason }: { readonly verified: boolean; readonly reason: string },
): Promise<Standing> => {
  const candidacy = await loadToJudge(scope, viewer, candidacyId);
  const membership = findMembership(candidacy.program, candidacy.facts);
  if (!membership) throw nothingToJudge('No membership is claimed.');
  const judged = candidacy.facts.findLast((fact) => fact.kind === 'membership-judged');
  if (membership.state !== 'waiting' && judged) {
    throw await alreadyJudged(scope, judged, membership.state === 'verified' ? 'verified it' : 'did not verify it');
  }
  return recordVerdict(scope, candidacy, {
    kind: 'membership-judged',
    data: { payerClass: membership.payerClass, verified, reason },
    by: { kind: 'staff', id: viewer.personId },
    once: `judged:${membership.claimed.id}`,
  });
};

export interface AccommodationDecision {
  readonly granted: boolean;
  readonly timeMultiplier: number;
  readonly reason: string;
}

export const decideAccommodation = async (
  scope: Scope,
  viewer: Viewer,
  candidacyId: string,
  { granted, timeMultiplier, reason }: AccommodationDecision,
): Promise<Standing> => {
  const candidacy = await loadToJudge(scope, viewer, candidacyId);
  const accommodation = findAccommodation(candidacy.facts);
  if (!accommodation) throw nothingToJudge('No accommodation is asked for.');
  const decided = candidacy.facts.findLast((fact) => fact.kind === 'accommodation-decided');
  if (accommodation.state !== 'waiting' && decided) {
    throw await alreadyJudged(scope, decided, accommodation.state === 'granted' ? 'granted it' : 'refused it');
  }
  const offered = [1, ...candidacy.program.accommodations.timeMultipliers];
  if (granted && !offered.includes(timeMultiplier)) {
    const message = `The program offers the time multipliers ${offered.join(', ')}.`;
    throw new Problem('invalid', 'candidacies.time-not-offered', message, [{ path: 'timeMultiplier', message }]);
  }
  return recordVerdict(scope, candidacy, {
    kind: 'accommodation-decided',
    data: { granted, timeMultiplier: granted ? timeMultiplier : 1, reason },
    by: { kind: 'staff', id: viewer.personId },
    once: `judged:${accommodation.requested.id}`,
  });
};
