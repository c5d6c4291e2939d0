import type { CredentialStatus } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';
import { notInForce } from '../suspend.ts';

const taken: ReadonlySet<CredentialStatus> = new Set(['suspended', 'revoked', 'surrendered']);

/**
 * A credential of which something is made that looks like one in force. One that ended by its dates shows them; one that
 * was taken or given back must not be made anew (ISO/IEC 17024, 9.5 and 9.7).
 */
export const loadToShow = async (scope: Scope, credentialId: string): Promise<LoadedCredential> => {
  const loaded = await loadCredential(scope, credentialId);
  const { credential, state } = loaded;
  if (!taken.has(state.status)) return loaded;
  throw notInForce(
    `${credential.number} is ${state.status}: no certificate, card, badge or token is made of it. The letter says how it stands.`,
  );
};
