import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import * as Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { findContext, type KeyMaterial } from '../../packages/credentials/src/index.ts';
import { CREATED, WITHIN } from './sample.ts';

/** @digitalbazaar/vc with the same key, the contexts in memory and marked as never changing: at its best. */
export async function libraryWith(key: KeyMaterial, controller: string) {
  const id = `${controller}#${key.publicKeyMultibase}`;
  const pair = await Multikey.from({ type: 'Multikey', ...key });
  const method = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id,
    type: 'Multikey',
    controller,
    publicKeyMultibase: key.publicKeyMultibase,
  };
  const owner = { '@context': 'https://www.w3.org/ns/did/v1', id: controller, assertionMethod: [id] };
  const documents: Readonly<Record<string, object>> = { [id]: method, [controller]: owner };
  const documentLoader: DocumentLoader = async (url) => {
    const document = documents[url] ?? findContext(url);
    if (document === undefined) throw new RangeError(`"${url}" is not at hand`);
    return { contextUrl: null, documentUrl: url, document };
  };
  const signer = { id, algorithm: 'Ed25519', sign: ({ data }: { data: Uint8Array }) => pair.signer().sign({ data }) };
  return {
    issue: (credential: object) =>
      vc.issue({
        credential: { ...credential },
        suite: new DataIntegrityProof({ cryptosuite, signer, date: new Date(CREATED) }),
        documentLoader,
      }),
    async verify(credential: object): Promise<boolean> {
      const { verified } = await vc.verifyCredential({
        credential,
        suite: new DataIntegrityProof({ cryptosuite }),
        documentLoader,
        now: new Date(WITHIN),
        // Neither side reads the status list here.
        checkStatus: async () => ({ verified: true }),
      });
      return verified;
    },
  };
}
