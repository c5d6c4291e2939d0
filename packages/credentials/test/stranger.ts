import { readFileSync } from 'node:fs';
import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const openBadgesFile = new URL('../src/contexts/open-badges-3.0.3.json', import.meta.url);

/** What the issuer publishes: its DID document, a key of it (`did:…#…`), a status list. Undefined: not the issuer's. */
export type ReadIssuer = (url: string) => Promise<unknown>;

const loaderFrom =
  (readIssuer: ReadIssuer): DocumentLoader =>
  async (url) => {
    const document =
      url === openBadges ? JSON.parse(readFileSync(openBadgesFile, 'utf8')) : ((await readIssuer(url)) ?? undefined);
    return document === undefined
      ? vc.defaultDocumentLoader(url)
      : { contextUrl: null, documentUrl: url, document: structuredClone(document) };
  };

/** Verifies a credential as somebody would who has the file, the library and the network, and none of our code. */
export const verifyAsStranger = async (text: string, readIssuer: ReadIssuer) => {
  const documentLoader = loaderFrom(readIssuer);
  const suite = new DataIntegrityProof({ cryptosuite });
  const credential: object = JSON.parse(text);
  const status = await checkStatus({ credential, suite, documentLoader });
  const proof = await vc.verifyCredential({
    credential,
    suite,
    documentLoader,
    checkStatus: async () => ({ verified: status.verified }),
  });
  return { genuine: proof.verified, revoked: status.results?.some((result) => result.status) ?? false };
};
