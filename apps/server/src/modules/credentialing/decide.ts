import type { Actor } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { type Candidacy, loadCandidacy, recordFacts } from '../candidacies/index.ts';
import { listExaminersOf } from '../scoring/index.ts';
import { type Issued, issueNext } from './issue.ts';
import type { IssuerConfig } from './keys/issuer.ts';
import { decisionConflict } from './rules/conflict.ts';

export interface Decision {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly outcome: 'certify' | 'refuse';
  readonly reason: string;
}

const waitsFor = ({ standing }: Candidacy, kind: 'record-decision' | 'issue-credential' | 'approve-renewal'): boolean =>
  standing.next.some((action) => action.kind === kind);

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
  if (!waitsFor(candidacy, 'record-decision')) {
    throw new Problem(
      'rule-broken',
      'credentialing.nothing-to-decide',
      'No decision waits here: either one is recorded already, or not everything is passed yet.',
    );
  }
  const by: Actor = { kind: 'staff', id: byPersonId };
  await recordFacts(scope, candidacyId, [{ kind: 'decision-recorded', data: { outcome, reason }, by }]);
};

/** Issues the first credential once the decision is recorded. Running again, or late, does nothing. */
export const issueIfDecided = async (scope: Scope, config: IssuerConfig, candidacyId: string): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (!waitsFor(candidacy, 'issue-credential')) return;
  const issued = await issueNext(scope, config, candidacy, { kind: 'system' });
  await recordAudit(scope, {
    action: 'credentialing.issueCredential',
    subject: `credential:${issued.credentialId}`,
    detail: { candidacyId, number: issued.number, cycle: issued.cycle },
  });
};

export interface RenewalGrant {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly reason: string;
}

/**
 * The decision on a renewal and the credential that follows from it, in one step. Whether this person may decide is
 * the caller's to check.
 *
 * @returns undefined when no renewal waits for its approval.
 */
export const grantRenewal = async (
  scope: Scope,
  config: IssuerConfig,
  { candidacyId, byPersonId, reason }: RenewalGrant,
): Promise<Issued | undefined> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (!waitsFor(candidacy, 'approve-renewal')) return undefined;
  const by: Actor = { kind: 'staff', id: byPersonId };
  await recordFacts(scope, candidacyId, [{ kind: 'decision-recorded', data: { outcome: 'certify', reason }, by }]);
  return issueNext(scope, config, await loadCandidacy(scope, candidacyId, { lock: true }), by);
};
