import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { loadCredential, readCredentialNumber } from '../credentialing/index.ts';
import { checkKnown } from './handed/check.ts';
import { readSecured } from './handed/secured.ts';
import { enterOrganizationOf, type Verifier } from './records.ts';

const loadByNumber = async (trx: Trx, verifier: Verifier, typed: string) => {
  const number = readCredentialNumber(typed);
  const found = await enterOrganizationOf(trx, verifier, { number });
  if (!found) {
    throw new Problem(
      'not-found',
      'registry.no-such-credential',
      `No credential has the number ${number}. Compare it with the certificate, letter by letter.`,
    );
  }
  return { scope: found.scope, loaded: await loadCredential(found.scope, found.credentialId) };
};

export const verifyByNumber = async (trx: Trx, verifier: Verifier, typed: string) => {
  const { scope, loaded } = await loadByNumber(trx, verifier, typed);
  const credential: object = JSON.parse(loaded.credential.document);
  const readable = await readSecured({ form: 'data-integrity', credential }, scope.now);
  const { isFormerCopy: _, ...checked } = await checkKnown(scope, verifier, loaded, readable);
  return checked;
};

/** The signed bytes. Whoever has the number sees on its page what they say. */
export const getPublicDocument = async (trx: Trx, verifier: Verifier, typed: string): Promise<File> => {
  const { number, document } = (await loadByNumber(trx, verifier, typed)).loaded.credential;
  return new File([document], `${number}.json`, { type: 'application/vc' });
};
