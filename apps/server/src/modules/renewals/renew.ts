import { applies, documentVersion } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, type NewFact, recordFacts } from '../candidacies/index.ts';
import { grantRenewal, type Prepared, type StatusConfig } from '../credentialing/index.ts';
import { getPerson } from '../identity/index.ts';
import { type Draw, drawForAudit } from './draws.ts';
import { approvalConflict, approvalObstacle } from './rules/approval.ts';
import { isSignedBy } from './rules/signature.ts';
import { submissionObstacle } from './rules/submission.ts';

export interface RenewalRequest {
  readonly candidacyId: string;
  readonly personId: string;
  readonly signedName: string;
}

/** What a certified person keeps to, signed again in the version of this edition. */
const signatures = ({ program, standing }: Candidacy, personId: string, signedName: string): readonly NewFact[] =>
  program.requirements.flatMap((requirement): NewFact[] =>
    requirement.kind === 'attestation' && applies(requirement, standing) !== false
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

export interface Submitted {
  readonly cycle: number;
  /** Absent where the program looks at all evidence. */
  readonly draw?: Draw;
}

export const submitRenewal = async (
  scope: Scope,
  { candidacyId, personId, signedName }: RenewalRequest,
): Promise<Submitted> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const obstacle = submissionObstacle(candidacy.program, candidacy.standing);
  if (obstacle) throw new Problem(obstacle.kind, obstacle.code, obstacle.message);
  const cycle = candidacy.standing.renewal?.cycle;
  if (cycle === undefined) throw new Error(`The renewal of ${candidacyId} can be submitted, and has no cycle.`);
  const { name } = await getPerson(scope.trx, personId);
  if (!isSignedBy(name, signedName)) {
    const message = `Sign the code of conduct with your name as it stands in your account: ${name}.`;
    throw new Problem('invalid', 'renewals.conduct-unsigned', message, [{ path: 'signedName', message }]);
  }
  const draw = await drawForAudit(scope, candidacy, cycle);
  const audited = draw === undefined ? {} : { audited: draw.audited };
  await recordFacts(scope, candidacyId, [
    ...signatures(candidacy, personId, signedName),
    {
      kind: 'renewal-submitted',
      data: { cycle, ...audited },
      by: { kind: 'candidate', id: personId },
      once: `renewal-submitted:${cycle}`,
    },
  ]);
  return { cycle, ...(draw === undefined ? {} : { draw }) };
};

export interface Approval {
  readonly candidacyId: string;
  readonly byPersonId: string;
  readonly reason: string;
}

/** Approves the renewal; the credential of the next cycle has its number at once, and is published by a job. */
export const approveRenewal = async (scope: Scope, config: StatusConfig, approval: Approval): Promise<Prepared> => {
  const { candidacyId, byPersonId } = approval;
  const { personId: candidateId, facts, standing } = await loadCandidacy(scope, candidacyId, { lock: true });
  const conflict = approvalConflict({ personId: byPersonId, candidateId, facts, renewal: standing.renewal });
  if (conflict !== undefined) throw new Problem('forbidden', 'renewals.conflict', conflict);
  const obstacle = approvalObstacle(standing);
  if (obstacle) throw new Problem('rule-broken', obstacle.code, obstacle.message);
  const prepared = await grantRenewal(scope, config, approval);
  if (!prepared) throw new Error(`The renewal of ${candidacyId} was ready to be approved, and was not granted.`);
  return prepared;
};
