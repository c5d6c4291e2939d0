import type { Scope } from '../../platform/http/index.ts';
import { listPeople } from '../identity/index.ts';
import { applicationSteps, feesSteps, renewalSteps } from './chain/application.ts';
import { assessedSteps } from './chain/assessed.ts';
import { decisionSteps } from './chain/decision.ts';
import { editionStep } from './chain/edition.ts';
import { loadTraced, type Traced } from './chain/load.ts';
import { lifeSteps, signatureStep } from './chain/signature.ts';
import { personIdsOf, type Step, showStep } from './rules/show.ts';
import type { Reader } from './rules/sight.ts';
import type { CheckState } from './rules/values.ts';

/** From the credential back to the file that said everything in advance. */
const stepsOf = async (traced: Traced): Promise<readonly Step[]> => [
  ...lifeSteps(traced),
  await signatureStep(traced),
  ...(await decisionSteps(traced)),
  ...(await assessedSteps(traced)),
  ...(await renewalSteps(traced)),
  ...applicationSteps(traced),
  ...feesSteps(traced),
  editionStep(traced),
];

const count = (steps: readonly Step[], state: CheckState): number =>
  steps.reduce((sum, { checks }) => sum + checks.filter((check) => check.state === state).length, 0);

/** One traceable chain (ISO/IEC 17024:2012, 7.4 and 9.4): every link with how it was checked, the latest first. */
export const getEvidenceChain = async (scope: Scope, credentialId: string, reader: Reader) => {
  const traced = await loadTraced(scope, credentialId);
  const steps = await stepsOf(traced);
  const { credential, candidacy } = traced.trace;
  const people = await listPeople(scope.trx, personIdsOf(steps));
  const names = new Map([...people].map(([id, { name }]) => [id, name]));
  return {
    credentialId,
    number: credential.number,
    cycle: credential.cycle,
    candidacyId: candidacy.id,
    candidacyNumber: candidacy.number,
    holderName: credential.holderName,
    title: candidacy.standing.credentialTitle,
    organizationName: scope.organization.name,
    demonstration: scope.organization.kind !== 'live',
    reader,
    checkedAt: scope.now.toISOString(),
    checks: { ok: count(steps, 'ok'), broken: count(steps, 'broken'), notRecorded: count(steps, 'not-recorded') },
    steps: steps.map((step) => showStep(step, reader, names)),
  };
};
