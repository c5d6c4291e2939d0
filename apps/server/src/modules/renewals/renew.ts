import { documentVersion, type RenewalStanding } from '@testamur/program';
import { formatDay, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, type NewFact, recordFacts } from '../candidacies/index.ts';
import { grantRenewal, type Issued, type IssuerConfig } from '../credentialing/index.ts';
import { getPerson } from '../identity/index.ts';
import { approvalConflict, approvalObstacle } from './rules/approval.ts';
import { isSignedBy } from './rules/signature.ts';

export interface RenewalRequest {
  readonly candidacyId: string;
  readonly personId: string;
  readonly signedName: string;
}

const notOpen = (message: string) => new Problem('rule-broken', 'renewals.not-open', message);

/** The renewal that may be submitted now. */
const openRenewal = ({ standing }: Candidacy): RenewalStanding => {
  const { renewal, credential } = standing;
  if (!renewal || !credential) throw notOpen('There is no certification here to renew.');
  if (renewal.state === 'closed') {
    throw notOpen(`${credential.number} can no longer be renewed: it is ${credential.status}.`);
  }
  if (renewal.state === 'submitted') {
    const message = 'This renewal is submitted. We write when it is decided.';
    throw new Problem('conflict', 'renewals.already-submitted', message);
  }
  if (renewal.state === 'not-open') throw notOpen(`The renewal opens on ${formatDay(renewal.opensAt)} (UTC).`);
  if (renewal.hoursLogged < renewal.hoursNeeded) {
    const missing = Math.round((renewal.hoursNeeded - renewal.hoursLogged) * 100) / 100;
    const message = `${renewal.hoursLogged} of ${renewal.hoursNeeded} hours are logged; ${missing} more are needed.`;
    throw new Problem('rule-broken', 'renewals.short-of-hours', message);
  }
  return renewal;
};

/** The codes that a certified person keeps to, signed again in the version of this edition. */
const signatures = ({ program }: Candidacy, personId: string, signedName: string): readonly NewFact[] =>
  program.requirements.flatMap((requirement): NewFact[] =>
    requirement.kind === 'attestation'
      ? [
          {
            kind: 'requirement-declared',
            data: {
              requirement: requirement.id,
              claim: { kind: 'attestation', signedName, documentVersion: documentVersion(program, requirement) },
            },
            by: { kind: 'candidate', id: personId },
          },
        ]
      : [],
  );

export const submitRenewal = async (
  scope: Scope,
  { candidacyId, personId, signedName }: RenewalRequest,
): Promise<void> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const { cycle } = openRenewal(candidacy);
  const { name } = await getPerson(scope.trx, personId);
  if (!isSignedBy(name, signedName)) {
    const message = `Sign the code of conduct with your name as it stands in your account: ${name}.`;
    throw new Problem('invalid', 'renewals.conduct-unsigned', message, [{ path: 'signedName', message }]);
  }
  await recordFacts(scope, candidacyId, [
    ...signatures(candidacy, personId, signedName),
    {
      kind: 'renewal-submitted',
      data: { cycle },
      by: { kind: 'candidate', id: personId },
      once: `renewal-submitted:${cycle}`,
    },
  ]);
};

export interface Approval {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly reason: string;
}

/** Approves the renewal; the credential of the next cycle is issued in the same transaction. */
export const approveRenewal = async (scope: Scope, config: IssuerConfig, approval: Approval): Promise<Issued> => {
  const { candidacyId, byPersonId } = approval;
  const { personId: candidateId, facts, standing } = await loadCandidacy(scope, candidacyId, { lock: true });
  const conflict = approvalConflict({ personId: byPersonId, candidateId, facts, renewal: standing.renewal });
  if (conflict !== undefined) throw new Problem('forbidden', 'renewals.conflict', conflict);
  const obstacle = approvalObstacle(standing);
  if (obstacle) throw new Problem('rule-broken', obstacle.code, obstacle.message);
  const issued = await grantRenewal(scope, config, approval);
  if (!issued) throw new Error(`The renewal of ${candidacyId} was ready to be approved, and was not granted.`);
  return issued;
};
