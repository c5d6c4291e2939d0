import { describe, expect, it } from 'vitest';
import { edited, type Path } from '../../test/edit.ts';
import { input, WITHIN } from '../../test/sample.ts';
import {
  addProof,
  buildAchievementCredential,
  type Cryptosuite,
  createProof,
  generateIssuerKey,
  issueCredential,
  type JsonObject,
  verifyCredential,
} from '../index.ts';

const issuer = await generateIssuerKey({ seed: new Uint8Array(32).fill(11) });
const witness = await generateIssuerKey({ seed: new Uint8Array(32).fill(12), algorithm: 'P-256' });
const notary = await generateIssuerKey({ seed: new Uint8Array(32).fill(13) });
const credential = buildAchievementCredential({
  ...input,
  issuer: { ...input.issuer, id: issuer.controller },
  status: [],
});

async function proofCheck(document: object) {
  const report = await verifyCredential({ credential: document, at: WITHIN });
  return { verified: report.verified, code: report.checks[2]?.code, detail: report.checks[2]?.detail };
}

/** Issued, then witnessed over the issuer's proof, then notarized over both. */
async function chained(first: Cryptosuite, last: Cryptosuite) {
  const id = 'urn:uuid:issuer';
  const proof = await createProof({ document: credential, signer: issuer, id, cryptosuite: first });
  const witnessed = await addProof({
    credential: { ...credential, proof: [proof] },
    signer: witness,
    id: 'urn:uuid:witness',
    previousProof: id,
  });
  const previousProof = [id, 'urn:uuid:witness'];
  return addProof({ credential: witnessed, signer: notary, cryptosuite: last, previousProof });
}

const chain = await chained('eddsa-rdfc-2022', 'eddsa-rdfc-2022');
const proofs = chain.proof.map((proof): JsonObject => Object(proof));

describe('a chain of proofs', () => {
  it.each([
    ['eddsa-rdfc-2022', 'eddsa-rdfc-2022'],
    ['eddsa-jcs-2022', 'eddsa-rdfc-2022'],
    ['eddsa-rdfc-2022', 'eddsa-jcs-2022'],
  ] as const)('holds, in any order of its proofs: %s, ecdsa-rdfc-2019, %s', async (first, last) => {
    const document = await chained(first, last);
    for (const proof of [document.proof, document.proof.toReversed()]) {
      expect(await proofCheck({ ...document, proof })).toMatchObject({ verified: true, code: 'ok' });
    }
  });

  it('covers the proofs that it names: another one in their place does not fit', async () => {
    const again = await createProof({ document: credential, signer: issuer, id: 'urn:uuid:issuer', nonce: 'b' });
    expect((await proofCheck(edited(chain, ['proof', 0], () => again))).code).toBe('signature-invalid');
  });

  it('does not cover the others: a proof set beside it may grow', async () => {
    const more = await addProof({ credential: chain, signer: notary });
    expect(await proofCheck(more)).toMatchObject({ verified: true });
  });

  it.each([
    [
      'one is missing',
      ['proof', 0],
      () => undefined,
      /names "urn:uuid:issuer" as its previous proof, and there is none/,
    ],
    ['one is named otherwise', ['proof', 2, 'previousProof', 0], () => 'urn:uuid:x', /"urn:uuid:x"/],
    ['it leads to itself', ['proof', 0, 'previousProof'], () => 'urn:uuid:issuer', /leads back/],
    ['it is a circle', ['proof', 0, 'previousProof'], () => ['urn:uuid:witness'], /leads back/],
    ['two proofs share an id', ['proof', 1, 'id'], () => 'urn:uuid:issuer', /same id/],
    ['a number stands for an id', ['proof', 2, 'previousProof'], () => 456_321, /something that is no identifier/],
    ['the same proof stands there twice', ['proof', 3], () => ({ ...proofs[2] }), /twice/],
  ] as [string, Path, () => unknown, RegExp][])('is refused when %s', async (_, path, replace, detail) => {
    const check = await proofCheck(edited(chain, path, replace));
    expect(check).toMatchObject({ verified: false, code: 'proof-malformed' });
    expect(check.detail).toMatch(detail);
  });

  it('on a proof of a kind that is not known here is passed over with it, and the report says so', async () => {
    const foreign = { ...proofs[0], cryptosuite: 'bbs-2023' };
    const alone = await issueCredential({ credential, signer: issuer });
    const check = await proofCheck({ ...chain, proof: [foreign, proofs[1], ...alone.proof] });
    expect(check).toMatchObject({ verified: true });
    expect(check.detail).toContain('Passed over, for they are of kinds that cannot be checked here: 2.');
    expect(await proofCheck({ ...chain, proof: [foreign, proofs[1]] })).toMatchObject({ code: 'proof-unsupported' });
  });
});

describe('a chain is not begun', () => {
  it.each([
    ['on a proof that is not there', { previousProof: 'urn:uuid:none' }, /"urn:uuid:none"/],
    ['with an id that another proof has', { id: 'urn:uuid:issuer' }, /same id/],
    ['with an id that is no URL', { id: 'first' }, /absolute URI/],
  ])('%s', async (_, options, message) => {
    await expect(addProof({ credential: chain, signer: notary, ...options })).rejects.toThrow(message);
  });

  it('on a credential that is not signed', async () => {
    await expect(addProof({ credential, signer: notary })).rejects.toThrow(/issueCredential makes one/);
  });
});
