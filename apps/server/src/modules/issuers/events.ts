import { defineEvent } from '../../platform/jobs/index.ts';

// A type, not an interface: payloads are indexable.
export type IssuerKeyPayload = {
  readonly organizationId: string;
  readonly keyId: string;
};

/** A key is withdrawn: everything that it signed has to be revoked and signed again. Another key signs already. */
export const issuerKeyCompromised = defineEvent<IssuerKeyPayload>('issuer-key.compromised');

/** The DID document of the organization reads otherwise than before: a key was added or withdrawn. */
export const issuerKeysChanged = defineEvent<{ readonly organizationId: string }>('issuer-keys.changed');
