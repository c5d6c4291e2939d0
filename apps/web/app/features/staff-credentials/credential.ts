import type { Api } from '../../api.ts';
import { refuse } from '../../loading/refusal.ts';
import { allRows } from '../../staff/all-rows.ts';
import { holds, type StaffPlace } from '../../staff/place.ts';

type Listed = Awaited<ReturnType<Api['credentialing']['listCredentials']>>['credentials'][number];
export type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

/** What the pages of the acts show. */
export interface CredentialHead extends Pick<Listed, 'id' | 'number' | 'holderName' | 'state' | 'validUntil'> {
  readonly revocationPending: boolean;
  /** Who asked for it and why; for those who may read the credential in full. */
  readonly request: Credential['pendingRevocation'];
}

/** Administrators revoke, and know credentials by the list alone. */
export const readsInFull = (place: Pick<StaffPlace, 'roles'>): boolean => holds(place, 'program-manager', 'auditor');

/** A credential as far as the reader may know it. */
export const credentialHead = async (
  api: Api,
  place: StaffPlace,
  credentialId: string,
  requestId: string,
): Promise<CredentialHead> => {
  if (readsInFull(place)) {
    const credential = await api.credentialing.getCredential({ credentialId });
    const request = credential.pendingRevocation;
    const { id, number, holderName, state, validUntil } = credential;
    return { id, number, holderName, state, validUntil, revocationPending: request !== undefined, request };
  }
  const { organization } = place;
  const rows = await allRows(async (page) => {
    const { credentials, total } = await api.credentialing.listCredentials({ organization, page, query: '' });
    return { rows: credentials, total };
  });
  const row = rows.find(({ id }) => id === credentialId);
  if (!row) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  const { id, number, holderName, state, validUntil, revocationPending } = row;
  return { id, number, holderName, state, validUntil, revocationPending, request: undefined };
};

/** In force, and so open to suspension and revocation. */
export const isInForce = (state: Credential['state']): boolean =>
  state === 'active' || state === 'renewal-due' || state === 'in-grace';
