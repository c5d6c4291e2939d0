import { describe, expect, it } from 'vitest';
import { input, key, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey, issueCredential, verifyCredential } from '../index.ts';
import type { JsonObject } from '../json.ts';
import type { Signer } from '../keys.ts';
import { issueBatch } from './batch.ts';
import { createCanonizer } from './canonizer.ts';

const created = '2027-03-02T10:00:00Z';
const credentialOf = (number: number, changes: object = {}): JsonObject =>
  buildAchievementCredential({
    ...input,
    id: `urn:uuid:${number}`,
    holder: { ...input.holder, name: `Holder ${number}` },
    ...changes,
  });
const numbered = (count: number) => Array.from({ length: count }, (_, number) => credentialOf(number));

async function taken<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** A key that signs something else from its nth signature on. */
function lyingFrom(nth: number): Signer {
  let count = 0;
  return {
    ...key,
    sign: (bytes) => {
      count += 1;
      return key.sign(count >= nth ? Uint8Array.from(bytes, (byte) => byte ^ 1) : bytes);
    },
  };
}

describe('a batch', () => {
  it('gives the same credentials, to the byte, as issuing them one by one', async () => {
    const signed = await taken(issueBatch({ credentials: numbered(6), signer: key, created }));
    const alone = await Promise.all(
      numbered(6).map((credential) => issueCredential({ credential, signer: key, created })),
    );
    expect(signed).toEqual(alone);
    expect(JSON.stringify(signed)).toBe(JSON.stringify(alone));
  });

  it('gives credentials that verify, whatever mixture of shapes and contexts', async () => {
    const credentials = numbered(8).map((credential, number) => {
      const { validUntil: _, ...open } = credential;
      const more = {
        ...credential,
        '@context': [...[credential['@context'] ?? []].flat(), 'https://w3id.org/security/data-integrity/v2'],
      };
      return number % 3 === 0 ? open : number % 3 === 1 ? credential : more;
    });
    const statusLists = await listsWith();
    for await (const credential of issueBatch({ credentials, signer: key, created })) {
      expect(await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey })).toMatchObject({
        verified: true,
      });
    }
  });

  it.each(['eddsa-jcs-2022', 'ecdsa-rdfc-2019'] as const)('signs with %s', async (cryptosuite) => {
    const algorithm = cryptosuite === 'ecdsa-rdfc-2019' ? 'P-256' : 'Ed25519';
    const signer = await generateIssuerKey({ algorithm });
    const credentials = numbered(4).map((credential) => ({ ...credential, issuer: signer.controller }));
    const signed = await taken(issueBatch({ credentials, signer, created, cryptosuite, sampleEvery: 2 }));
    expect(signed.map(({ proof }) => proof)).toMatchObject(signed.map(() => [{ cryptosuite }]));
    for (const credential of signed) {
      const { checks } = await verifyCredential({ credential, at: WITHIN });
      expect(checks.find(({ id }) => id === 'proof')).toMatchObject({ result: 'passed' });
    }
  });

  it('takes a template that an earlier batch has learned', async () => {
    const canonizer = createCanonizer();
    await taken(issueBatch({ credentials: numbered(2), signer: key, created, canonizer }));
    const { misses } = canonizer.stats();
    await taken(issueBatch({ credentials: numbered(5), signer: key, created, canonizer }));
    expect(canonizer.stats().misses).toBe(misses);
  });

  it('reads no further than it is read', async () => {
    let made = 0;
    function* endless() {
      for (;;) {
        made += 1;
        yield credentialOf(made);
      }
    }
    for await (const credential of issueBatch({ credentials: endless(), signer: key, created })) {
      if (credential.id === 'urn:uuid:3') break;
    }
    expect(made).toBe(3);
  });
});

describe('a batch ends with an error that names the credential', () => {
  it.each([
    [
      'whose issuer is another',
      { issuer: { id: 'did:web:example.com', name: 'E' } },
      /its issuer did:web:example\.com/,
    ],
    ['with a term that no context defines', { nonsense: 'x' }, /"nonsense" is not defined/],
    ['that is no credential', { type: ['Achievement'] }, /type must include VerifiableCredential/],
    ['that is signed already', { proof: { type: 'DataIntegrityProof' } }, /signed already/],
  ])('%s', async (_, changes, message) => {
    const credentials = numbered(3).map((credential, number) =>
      number === 2 ? { ...credential, ...changes } : credential,
    );
    const signed: string[] = [];
    const issuing = (async () => {
      for await (const { id } of issueBatch({ credentials, signer: key, created })) signed.push(String(id));
    })();
    await expect(issuing).rejects.toThrow(message);
    await expect(issuing).rejects.toThrow('Credential 3 (urn:uuid:2) of the batch');
    expect(signed).toEqual(['urn:uuid:0', 'urn:uuid:1']);
  });

  it('that was the first of its shape and does not verify', async () => {
    const issuing = taken(issueBatch({ credentials: numbered(3), signer: lyingFrom(1), created }));
    await expect(issuing).rejects.toThrow(/Credential 1 \(urn:uuid:0\).*the sample does not verify/);
  });

  it('that is a sample and does not verify', async () => {
    const issuing = taken(issueBatch({ credentials: numbered(9), signer: lyingFrom(3), created, sampleEvery: 4 }));
    await expect(issuing).rejects.toThrow(/Credential 4 \(urn:uuid:3\).*the sample does not verify/);
  });
});

describe('a batch is refused at once', () => {
  const credentials = numbered(1);
  it.each([
    ['when samples are never or always taken', { sampleEvery: 0 }, /sampleEvery must be a whole number from 1 on/],
    ['when its time is none', { created: 'today' }, /created must be/],
    ['when the suite needs another key', { cryptosuite: 'ecdsa-rdfc-2019' as const }, /needs a key of P-256/],
    [
      'when the samples could not be verified',
      { signer: { ...key, verificationMethod: 'did:web:example.org#key-1' } },
      /does not end in its public key.*give resolveKey/,
    ],
  ])('%s', (_, changes, message) => {
    expect(() => issueBatch({ credentials, signer: key, created, ...changes })).toThrow(message);
  });

  it('but not when the key is resolved for it', async () => {
    const signer = { ...key, verificationMethod: 'did:web:example.org#key-1' };
    const { publicKeyMultibase } = key;
    const found = { id: signer.verificationMethod, controller: key.controller, publicKeyMultibase };
    expect(await taken(issueBatch({ credentials, signer, created, resolveKey: () => found }))).toHaveLength(1);
  });
});
