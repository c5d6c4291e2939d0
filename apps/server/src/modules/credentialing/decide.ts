import type { Actor, NextActor } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy, recordFacts, wasAskedForStatement } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { listExaminersOf } from '../scoring/index.ts';
import { issueNext, type Prepared } from './issuance/prepare.ts';
import { decisionConflict } from './rules/conflict.ts';
import type { StatusConfig } from './status/lists.ts';

export interface Decision {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly outcome: 'certify' | 'refuse';
  readonly reason: string;
}

type Act = 'record-decision' | 'issue-credential' | 'approve-renewal';

const waitsFor = ({ standing }: Candidacy, kind: Act, actor?: NextActor): boolean =>
  standing.next.some((action) => action.kind === kind && (actor === undefined || action.actor === actor));

const isDecidedByRule = ({ program }: Candidacy): boolean => program.decision?.by === 'rule';

/** The body's own decision, by somebody who judged nothing of this candidate before. */
export const recordDecision = async (
  scope: Scope,
  { candidacyId, byPersonId, outcome, reason }: Decision,
): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const conflict = decisionConflict({
    personId: byPersonId,
    candidateId: candidacy.personId,
    facts: candidacy.facts,
    examinerIds: await listExaminersOf(scope, candidacyId),
  });
  if (conflict !== undefined) throw new Problem('forbidden', 'credentialing.conflict', conflict);
  const { email } = await getPerson(scope.trx, byPersonId);
  if (await wasAskedForStatement(scope, candidacyId, email)) {
    const message = 'You were asked for a statement on this candidate. Somebody else has to decide.';
    throw new Problem('forbidden', 'credentialing.conflict', message);
  }
  if (!waitsFor(candidacy, 'record-decision', 'decider')) {
    const message = isDecidedByRule(candidacy)
      ? 'The program decides by rule: the decision is recorded by itself once everything is passed.'
      : 'No decision waits here: either one is recorded already, or not everything is passed yet.';
    throw new Problem('rule-broken', 'credentialing.nothing-to-decide', message);
  }
  const by: Actor = { kind: 'staff', id: byPersonId };
  await recordFacts(scope, candidacyId, [{ kind: 'decision-recorded', data: { outcome, reason }, by }]);
};

/** Records the decision where the body decided in advance that passing certifies. */
const decideByRule = async (scope: Scope, { id, program, standing }: Candidacy): Promise<Candidacy> => {
  const reason = `Decided by the rule of the program, edition ${program.edition}: whoever passes what it asks for is certified.`;
  await recordFacts(scope, id, [
    {
      kind: 'decision-recorded',
      data: { outcome: 'certify', reason },
      by: { kind: 'system' },
      // One that did not come to count, because a result was corrected, holds up no later one.
      once: `decision-by-rule:${standing.since}`,
    },
  ]);
  return loadCandidacy(scope, id, { lock: true });
};

/** By which rule, so that the decision can be retraced when the program has another one. */
const auditRule = (scope: Scope, { id, program, standing }: Candidacy): Promise<void> =>
  recordAudit(scope, {
    action: 'credentialing.decideByRule',
    subject: `candidacy:${id}`,
    detail: {
      edition: program.edition,
      passing: program.passing,
      results: standing.assessments.flatMap(({ assessment, result }) =>
        result === undefined ? [] : [{ assessment, attempt: result.attempt, passed: result.passed }],
      ),
    },
  });

/**
 * Prepares the credential once the decision is recorded, which a rule may do by itself; jobs sign and publish it.
 * Running again, or late, does nothing.
 */
export const issueIfDecided = async (scope: Scope, config: StatusConfig, candidacyId: string): Promise<void> => {
  const found = await loadCandidacy(scope, candidacyId, { lock: true });
  const byRule = waitsFor(found, 'record-decision', 'system');
  const candidacy = byRule ? await decideByRule(scope, found) : found;
  if (waitsFor(candidacy, 'issue-credential')) await issueNext(scope, config, candidacy, { kind: 'system' });
  // The audit chain is locked last, as everywhere.
  if (byRule) await auditRule(scope, found);
};

export interface RenewalGrant {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly reason: string;
}

/**
 * The decision on a renewal, and the credential that follows from it, prepared: its number is known, and jobs sign and
 * publish it. Whether this person may decide is the caller's to check.
 *
 * @returns undefined when no renewal waits for its approval.
 */
export const grantRenewal = async (
  scope: Scope,
  config: StatusConfig,
  { candidacyId, byPersonId, reason }: RenewalGrant,
): Promise<Prepared | undefined> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (!waitsFor(candidacy, 'approve-renewal')) return undefined;
  const by: Actor = { kind: 'staff', id: byPersonId };
  await recordFacts(scope, candidacyId, [{ kind: 'decision-recorded', data: { outcome: 'certify', reason }, by }]);
  return issueNext(scope, config, await loadCandidacy(scope, candidacyId, { lock: true }), by);
};
