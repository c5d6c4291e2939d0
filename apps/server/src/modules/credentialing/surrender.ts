import type { CredentialStatus } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordFacts } from '../candidacies/index.ts';
import { readCredentialNumber } from './rules/number.ts';
import { moveEntries } from './status/entries.ts';
import { loadCredential } from './store.ts';
import { allOf, notInForce } from './suspend.ts';

const surrenderable: ReadonlySet<CredentialStatus> = new Set(['active', 'renewal-due', 'in-grace', 'lapsed']);

/** Whether its holder can give it back. What is suspended waits for the organization first. */
export const isSurrenderable = (status: CredentialStatus): boolean => surrenderable.has(status);

export interface Surrender {
  readonly credentialId: string;
  readonly personId: string;
  /** Typed again, so that the right one is meant. */
  readonly number: string;
  readonly retired: boolean;
}

/** The holder gives it back. It counts no longer, wherever it is shown; giving back ends no procedure against them. */
export const surrenderCredential = async (
  scope: Scope,
  { credentialId, personId, number, retired }: Surrender,
): Promise<void> => {
  const loaded = await loadCredential(scope, credentialId, { lock: true });
  const { credential, candidacy, state } = loaded;
  if (readCredentialNumber(number) !== credential.number) {
    const message = `This is the certificate ${credential.number}. Type that number to confirm that you mean it.`;
    throw new Problem('invalid', 'credentialing.number-differs', message, [{ path: 'number', message }]);
  }
  if (state.status === 'suspended') {
    throw notInForce(`${credential.number} is suspended. It can be given back once the suspension has ended.`);
  }
  if (!isSurrenderable(state.status)) {
    throw notInForce(`${credential.number} is ${state.status}; there is nothing left to give back.`);
  }
  if (retired && candidacy.program.renewal.retirement === undefined) {
    const message = 'This program has no title for those who have retired. Give the certificate back without it.';
    throw new Problem('invalid', 'credentialing.no-retirement', message, [{ path: 'retired', message }]);
  }
  await recordFacts(scope, credential.candidacyId, [
    {
      kind: 'credential-surrendered',
      data: { credentialId, ...(retired ? { retired } : {}) },
      by: { kind: 'candidate', id: personId },
      once: `credential-surrendered:${credentialId}`,
    },
  ]);
  await moveEntries(scope, allOf(loaded), true);
};
