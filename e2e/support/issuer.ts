import { inject } from 'vitest';

interface DidDocument {
  readonly verificationMethod: readonly { readonly id: string }[];
}

/** As the did:web method says, but for HTTP instead of HTTPS, on which the server under test runs. */
const readDid = async (url: string): Promise<unknown> => {
  const [did = ''] = url.split('#');
  const place = did.slice('did:web:'.length).split(':').map(decodeURIComponent).join('/');
  const document = (await (await fetch(`http://${place}/did.json`)).json()) as DidDocument;
  if (did === url) return document;
  const method = document.verificationMethod.find(({ id }) => id === url);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
};

/** What the server under test publishes as an issuer, read over the network. */
export const readIssuer = async (url: string): Promise<unknown> => {
  if (url.startsWith('did:web:')) return readDid(url);
  return url.startsWith(`${inject('baseUrl')}/`) ? (await fetch(url)).json() : undefined;
};
