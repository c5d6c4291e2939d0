import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordFacts } from '../candidacies/index.ts';
import { isInForce } from './rules/state.ts';
import { moveEntries } from './status/entries.ts';
import { type LoadedCredential, loadCredential } from './store.ts';

export interface CredentialAct {
  readonly credentialId: string;
  readonly byPersonId: string;
  readonly reason: string;
}

export const notInForce = (message: string) => new Problem('rule-broken', 'credentialing.not-in-force', message);

/** The credential, locked, for somebody other than its holder. */
export const loadToChange = async (
  scope: Scope,
  { credentialId, byPersonId }: Pick<CredentialAct, 'credentialId' | 'byPersonId'>,
): Promise<LoadedCredential> => {
  const loaded = await loadCredential(scope, credentialId, { lock: true });
  if (loaded.credential.personId === byPersonId) {
    const message = 'This credential is your own. Somebody else has to act on it.';
    throw new Problem('forbidden', 'credentialing.own-credential', message);
  }
  return loaded;
};

/** Every credential of the candidacy: one that was renewed early is still within its dates. */
export const allOf = ({ states }: LoadedCredential): readonly string[] =>
  states.map(({ credentialId }) => credentialId);

export const suspendCredential = async (scope: Scope, act: CredentialAct): Promise<void> => {
  const loaded = await loadToChange(scope, act);
  const { credential, state } = loaded;
  if (!isInForce(state.status)) {
    throw notInForce(`${credential.number} is ${state.status}; only a credential in force can be suspended.`);
  }
  await recordFacts(scope, credential.candidacyId, [
    {
      kind: 'credential-suspended',
      data: { credentialId: credential.id, reason: act.reason },
      by: { kind: 'staff', id: act.byPersonId },
    },
  ]);
  await moveEntries(scope, allOf(loaded), true);
};

export const reinstateCredential = async (scope: Scope, act: CredentialAct): Promise<void> => {
  const loaded = await loadToChange(scope, act);
  const { credential, state } = loaded;
  if (state.status !== 'suspended') {
    const message = `${credential.number} is ${state.status}; there is no suspension to end.`;
    throw new Problem('rule-broken', 'credentialing.not-suspended', message);
  }
  await recordFacts(scope, credential.candidacyId, [
    {
      kind: 'credential-reinstated',
      data: { credentialId: credential.id, reason: act.reason },
      by: { kind: 'staff', id: act.byPersonId },
    },
  ]);
  await moveEntries(scope, allOf(loaded), false);
};
