import { createVcApi, generateIssuerKey, type VcApiOptions } from '../src/index.ts';

export const NOW = new Date('2026-06-01T12:00:00Z');
export const BASE = 'https://issuer.example/vc';

export const ed25519 = await generateIssuerKey({ seed: new Uint8Array(32).fill(11) });
export const p256 = await generateIssuerKey({ seed: new Uint8Array(32).fill(12), algorithm: 'P-256' });

/** A service with fixed keys, a fixed time, and entries of status lists in a fixed order. */
export function service(options: Partial<VcApiOptions> = {}) {
  let drawn = 0;
  const api = createVcApi({
    signers: [ed25519, p256],
    now: () => NOW,
    random: (below) => {
      drawn += 70_001;
      return drawn % below;
    },
    baseUrl: BASE,
    ...options,
  });
  const post = (path: string, body: unknown) =>
    api.handle({ method: 'POST', path, body: typeof body === 'string' ? body : JSON.stringify(body) });
  return { api, post, get: (path: string) => api.handle({ method: 'GET', path }) };
}

/** Any member of an answer, by its path. */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((found, step) => Reflect.get(Object(found), step), value);
}

/** What the suites send: no subject but an identifier, the members given beside it. */
export function unsigned(members: Record<string, unknown> = {}): object {
  return JSON.parse(
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
      type: ['VerifiableCredential'],
      issuer: ed25519.controller,
      credentialSubject: { id: 'did:example:alice', name: 'Alice' },
      ...members,
    }),
  );
}
