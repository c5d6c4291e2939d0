import { apiAs } from './api.ts';

const organization = 'ala';
const reason = 'To be looked at.';

/** The key that signs, reported as compromised and asked to be followed by a new one; nobody confirms either. */
export const keyInDoubt = async (): Promise<string> => {
  const { issuers } = await apiAs('administrator');
  const { keys, rotationRequest } = await issuers.listIssuerKeys({ organization });
  const key = keys.find(({ state }) => state === 'current');
  if (!key) throw new Error('The demonstration lacks a key that signs.');
  const { id: keyId, fingerprint, algorithm, compromiseRequest } = key;
  if (!rotationRequest) await issuers.requestKeyRotation({ organization, fingerprint, algorithm, reason });
  if (!compromiseRequest) await issuers.reportKeyCompromise({ organization, keyId, fingerprint, reason });
  return `/keys/${keyId}`;
};
