import { vi } from 'vitest';
import { apiAs } from './api.ts';
import { patienceMs } from './browser.ts';

const organization = 'ala';
const reason = 'To be looked at.';

const present = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`The demonstration lacks ${what}.`);
  return found;
};

/** The key that signs, reported as compromised and asked to be followed by a new one; nobody confirms either. */
export const keyInDoubt = async (): Promise<string> => {
  const { issuers } = await apiAs('administrator');
  const { keys, rotationRequest } = await issuers.listIssuerKeys({ organization });
  const {
    id: keyId,
    fingerprint,
    algorithm,
    compromiseRequest,
  } = present(
    keys.find(({ state }) => state === 'current'),
    'a key that signs',
  );
  if (!rotationRequest) await issuers.requestKeyRotation({ organization, fingerprint, algorithm, reason });
  if (!compromiseRequest) await issuers.reportKeyCompromise({ organization, keyId, fingerprint, reason });
  return `/keys/${keyId}`;
};

/** Of those who have certified nobody: a key of theirs is withdrawn for good, and a run follows from that. */
const besides = 'aasl';

/** The run that issues again what a withdrawn key had signed. */
export const reissue = async (): Promise<string> => {
  const { issuers, credentialing } = await apiAs('administrator');
  const runs = async () => (await credentialing.listReissues({ organization: besides })).reissues;
  if ((await runs()).length === 0) {
    const { keys } = await issuers.listIssuerKeys({ organization: besides });
    const key = keys.find(({ state }) => state === 'current');
    const { id: keyId, fingerprint, compromiseRequest } = present(key, `a key of ${besides}`);
    const ofKey = { organization: besides, keyId };
    if (!compromiseRequest) await issuers.reportKeyCompromise({ ...ofKey, fingerprint, reason });
    await (await apiAs('program-manager')).issuers.confirmKeyCompromise({ ...ofKey, confirm: true });
  }
  const find = async () => present((await runs())[0], `a run of ${besides}`);
  const { id } = await vi.waitFor(find, { timeout: patienceMs, interval: 100 });
  return `/staff/${besides}/reissues/${id}`;
};
