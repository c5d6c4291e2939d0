import { describe, expect, it } from 'vitest';
import { edited, type Path } from '../../test/edit.ts';
import { toMultibase } from '../../test/multibase.ts';
import { ISSUER, input, WITHIN } from '../../test/sample.ts';
import {
  addProof,
  buildAchievementCredential,
  createProof,
  didWebDocument,
  generateIssuerKey,
  issueCredential,
  type JsonObject,
  keyFromDidDocument,
  type ResolveKey,
  verifyCredential,
} from '../index.ts';
import { base58Decode, base58Encode } from '../keys/base58.ts';
import { proofProblem, proofTime } from './proof-options.ts';

const ed25519 = await generateIssuerKey({ controller: ISSUER, seed: new Uint8Array(32).fill(3) });
const p256 = await generateIssuerKey({ controller: ISSUER, seed: new Uint8Array(32).fill(4), algorithm: 'P-256' });
const didDocument = didWebDocument({ did: ISSUER, keys: [ed25519, p256] });
const resolveKey: ResolveKey = (url) => keyFromDidDocument(didDocument, url);
const credential = buildAchievementCredential({ ...input, status: [] });
const signed = {
  'eddsa-rdfc-2022': await issueCredential({ credential, signer: ed25519, created: WITHIN }),
  'eddsa-jcs-2022': await issueCredential({
    credential,
    signer: ed25519,
    created: WITHIN,
    cryptosuite: 'eddsa-jcs-2022',
  }),
  'ecdsa-rdfc-2019': await issueCredential({ credential, signer: p256, created: WITHIN }),
} as const;
const genuine = signed['eddsa-rdfc-2022'];

async function proofCheck(document: object, resolve: ResolveKey = resolveKey) {
  const report = await verifyCredential({ credential: document, at: WITHIN, resolveKey: resolve });
  const check = report.checks[2];
  expect(report.verified).toBe(check?.result === 'passed');
  return { code: check?.code, detail: check?.detail };
}

const proofOf = (document: { proof: readonly unknown[] }): JsonObject => Object(document.proof[0]);
const inProof = (member: string): Path => ['proof', 0, member];

describe('the key decides the algorithm, never the proof', () => {
  it.each([
    [
      'eddsa-rdfc-2022',
      'ecdsa-rdfc-2019',
      /ecdsa-rdfc-2019, which needs a key of P-256 or P-384; the key is one of Ed25519/,
    ],
    ['eddsa-jcs-2022', 'ecdsa-jcs-2019', /needs a key of P-256 or P-384; the key is one of Ed25519/],
    ['ecdsa-rdfc-2019', 'eddsa-rdfc-2022', /needs a key of Ed25519; the key is one of P-256/],
    ['ecdsa-rdfc-2019', 'eddsa-jcs-2022', /needs a key of Ed25519; the key is one of P-256/],
  ] as const)('%s said to be %s is refused by name', async (made, said, detail) => {
    const check = await proofCheck(edited(signed[made], inProof('cryptosuite'), () => said));
    expect(check.code).toBe('key-unsuitable');
    expect(check.detail).toMatch(detail);
  });

  it.each([
    ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
    ['eddsa-jcs-2022', 'eddsa-rdfc-2022'],
    ['ecdsa-rdfc-2019', 'ecdsa-jcs-2019'],
  ] as const)('%s said to be %s does not fit', async (made, said) => {
    const check = await proofCheck(edited(signed[made], inProof('cryptosuite'), () => said));
    expect(check.code).toBe('signature-invalid');
  });

  it('the issuer’s other key, of another curve, is refused by name', async () => {
    const swapped = edited(genuine, inProof('verificationMethod'), () => p256.verificationMethod);
    expect(await proofCheck(swapped)).toMatchObject({ code: 'key-unsuitable' });
  });

  it.each([
    ['X25519', [0xec, 0x01], 32],
    ['secp256k1', [0xe7, 0x01], 33],
    ['P-521', [0x82, 0x24], 67],
    ['an Ed25519 secret', [0x80, 0x26], 32],
    ['Ed25519, one byte short', [0xed, 0x01], 31],
    ['a point that is not on P-256', [0x80, 0x24], 33],
  ])('a key of %s is refused', async (_, header, bytes) => {
    const publicKeyMultibase = toMultibase(new Uint8Array(bytes).fill(5), header);
    const check = await proofCheck(genuine, (id) => ({ id, controller: ISSUER, publicKeyMultibase }));
    expect(check.code).toBe('key-unsuitable');
  });

  it.each(['none', 'HS256', 'bbs-2023', 'ecdsa-sd-2023', 'eddsa-2022'])('a suite "%s" is not checked', async (name) => {
    const check = await proofCheck(edited(genuine, inProof('cryptosuite'), () => name));
    expect(check.code).toBe('proof-unsupported');
  });
});

describe('the signature covers the document and the options of the proof', () => {
  const other = buildAchievementCredential({
    ...input,
    id: 'urn:uuid:5b1c0f3a-0000-4000-8000-000000000001',
    status: [],
  });

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'ecdsa-rdfc-2019'] as const)(
    '%s: the proof of another credential of the same issuer, spliced in',
    async (cryptosuite) => {
      const signer = cryptosuite === 'ecdsa-rdfc-2019' ? p256 : ed25519;
      const donor = await issueCredential({ credential: other, signer, created: WITHIN, cryptosuite });
      const check = await proofCheck({ ...signed[cryptosuite], proof: donor.proof });
      expect(check.code).toBe('signature-invalid');
    },
  );

  it.each(Object.keys(signed))('%s: an option of the proof changed, added or taken away', async (name) => {
    const document = Object.entries(signed).find(([suite]) => suite === name)?.[1] ?? genuine;
    for (const [member, value] of [
      ['created', '2028-07-01T12:00:01Z'],
      ['created', '2028-07-01T12:00:00+00:00'],
      ['created', undefined],
      ['expires', '2050-01-01T00:00:00Z'],
      ['domain', 'https://verifier.example'],
      ['challenge', 'abc'],
      ['nonce', 'abc'],
      ['id', 'urn:uuid:1'],
    ] as const) {
      const check = await proofCheck(edited(document, inProof(member), () => value));
      expect([member, check.code]).toEqual([member, 'signature-invalid']);
    }
  });

  it('contexts reordered, or others than those that were signed', async () => {
    const jcs = signed['eddsa-jcs-2022'];
    const turn = (old: unknown) => (Array.isArray(old) ? old.toReversed() : old);
    expect((await proofCheck(edited(jcs, inProof('@context'), turn))).code).toBe('proof-malformed');
    expect((await proofCheck(edited(jcs, inProof('@context'), () => undefined))).code).toBe('signature-invalid');
    const short = edited(jcs, inProof('@context'), (old) => [old].flat().slice(0, 1));
    expect((await proofCheck(short)).code).toBe('signature-invalid');
    // With RDF a context in the proof would not be signed at all.
    const added = edited(genuine, inProof('@context'), () => ['https://www.w3.org/ns/credentials/v2']);
    expect((await proofCheck(added)).code).toBe('proof-malformed');
  });

  it('canonical JSON does not let a term pass that JSON-LD would drop', async () => {
    const loose = { ...credential, favoriteColor: 'blue' };
    await expect(createProof({ document: loose, signer: ed25519, cryptosuite: 'eddsa-jcs-2022' })).rejects.toThrow();
    const check = await proofCheck({ ...signed['eddsa-jcs-2022'], favoriteColor: 'blue' });
    expect(check.code).toBe('term-undefined');
  });
});

describe('a proof value', () => {
  const bytes = base58Decode(String(proofOf(genuine).proofValue).slice(1)) ?? new Uint8Array();
  const der = Uint8Array.from([0x30, 0x45, ...new Uint8Array(69).fill(2)]);

  it.each([
    ['one byte short', `z${base58Encode(bytes.subarray(1))}`, /63 bytes, a signature by this key 64/],
    ['one byte long', `z${base58Encode(Uint8Array.from([...bytes, 0]))}`, /65 bytes/],
    ['in DER', `z${base58Encode(der)}`, /71 bytes/],
    ['empty', 'z', /no signature in base58/],
    ['in base64url', `u${Buffer.from(bytes).toString('base64url')}`, /no signature in base58/],
    ['in hexadecimal', Buffer.from(bytes).toString('hex'), /no signature in base58/],
    ['with a letter that is not of base58', `z0${base58Encode(bytes)}`, /no signature in base58/],
    ['of a million letters', `z${'1'.repeat(1_000_000)}`, /no signature in base58/],
    ['that is no text', 7, /no signature in base58/],
  ])('%s is refused with its reason', async (_, value, detail) => {
    const check = await proofCheck(edited(genuine, inProof('proofValue'), () => value));
    expect(check.code).toBe('proof-malformed');
    expect(check.detail).toMatch(detail);
  });

  it('of zeros does not fit, with any suite', async () => {
    for (const document of Object.values(signed)) {
      const zeros = edited(document, inProof('proofValue'), () => `z${base58Encode(new Uint8Array(64))}`);
      expect((await proofCheck(zeros)).code).toBe('signature-invalid');
    }
  });
});

describe('many proofs', () => {
  it('50 are not checked', async () => {
    const proof = Array.from({ length: 50 }, () => proofOf(genuine));
    expect(await proofCheck({ ...genuine, proof })).toMatchObject({
      code: 'proof-malformed',
      detail: '50 proofs are given, and at most 8 are checked.',
    });
  });

  it('eight by several keys all count, and a ninth is not added', async () => {
    let document = genuine;
    for (let count = 1; count < 8; count += 1) {
      document = await addProof({ credential: document, signer: p256 });
    }
    expect((await proofCheck(document)).detail).toMatch(/^8 signatures fit \(eddsa-rdfc-2022, ecdsa-rdfc-2019\)/);
    await expect(addProof({ credential: document, signer: p256 })).rejects.toThrow(/8 proofs already/);
  });
});

describe('times of a proof', () => {
  it.each([
    ['2027-03-02T10:00:00', undefined],
    ['2027-03-02T24:00:00Z', 'its time'],
    ['yesterday', 'its time'],
    [1_803_981_600, 'its time'],
  ])('%s: one without a zone is read as UTC, one that is none is refused', (time, problem) => {
    const found = proofProblem({ ...proofOf(genuine), created: time });
    expect(found === undefined).toBe(problem === undefined);
    expect(proofTime('2027-03-02T10:00:00')).toBe(Date.parse('2027-03-02T10:00:00Z'));
  });
});
