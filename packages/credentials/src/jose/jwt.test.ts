import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { edited } from '../../test/edit.ts';
import { ISSUER, input, issueSample, key, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey, type ResolveKey } from '../index.ts';
import { jwkFromMultikey } from '../keys.ts';
import { issueJwtCredential, type JwtForm } from './issue.ts';
import { verifyJwtCredential } from './verify.ts';

const credential = buildAchievementCredential(input);
const statusLists = await listsWith();
const p256 = await generateIssuerKey({ controller: ISSUER, algorithm: 'P-256', seed: new Uint8Array(32).fill(3) });
const keys = new Map([key, p256].map((one) => [one.verificationMethod, { id: one.verificationMethod, ...one }]));
const resolveBoth: ResolveKey = (url) => keys.get(url);

/** The checks that did not pass, as "id result code". */
async function faults(token: unknown, changes: { at?: string } = {}) {
  const report = await verifyJwtCredential({ token, at: WITHIN, statusLists, resolveKey: resolveBoth, ...changes });
  return report.checks.filter((check) => check.result !== 'passed').map((c) => `${c.id} ${c.result} ${c.code}`);
}

function partsOf(token: string) {
  const [header = '', payload = ''] = token.split('.');
  const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return { header: read(header), payload: read(payload) };
}

describe('an issued token', () => {
  it.each(['vc-jose-cose', 'open-badges'] as const)('passes the six checks in the form %s', async (form) => {
    for (const signer of [key, p256]) {
      const token = await issueJwtCredential({ credential, signer, form, issuedAt: '2027-03-02T10:00:00Z' });
      const report = await verifyJwtCredential({ token, at: WITHIN, statusLists, resolveKey: resolveBoth });
      expect(report.checks.map((check) => `${check.id} ${check.code}`)).toEqual([
        'structure ok',
        'contexts ok',
        'proof ok',
        'issuer ok',
        'dates ok',
        'status ok',
      ]);
      expect(report.verified).toBe(true);
      expect(report.credential).toEqual(credential);
    }
  });

  it('is a JWS to others: jose verifies it with the published key', async () => {
    for (const [signer, alg] of [[key, 'EdDSA'] as const, [p256, 'ES256'] as const]) {
      const token = await issueJwtCredential({ credential, signer });
      const publicKey = await importJWK({ ...jwkFromMultikey(signer.publicKeyMultibase) }, alg);
      const { protectedHeader, payload } = await compactVerify(token, publicKey, { algorithms: [alg] });
      expect(protectedHeader).toEqual({ alg, kid: signer.verificationMethod, typ: 'vc+jwt', cty: 'vc' });
      expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(credential);
    }
  });

  it('says in the form of the W3C when it was signed, and nothing else beside the credential', async () => {
    const times = { issuedAt: '2027-03-02T10:00:00.900Z', expires: '2029-01-01T00:00:00Z' };
    const token = await issueJwtCredential({ credential, signer: key, ...times });
    expect(partsOf(token).payload).toEqual({ ...credential, iat: 1_803_981_600, exp: 1_861_920_000 });
    expect(await faults(token)).toEqual([]);
    expect(await faults(token, { at: '2029-06-01T00:00:00Z' })).toContain('proof failed proof-expired');
  });

  it('repeats the credential in its claims in the form of Open Badges', async () => {
    const holder = { ...input.holder, id: 'did:example:holder' };
    const own = buildAchievementCredential({ ...input, holder });
    const token = await issueJwtCredential({ credential: own, signer: key, form: 'open-badges' });
    expect(partsOf(token)).toEqual({
      header: { alg: 'EdDSA', kid: key.verificationMethod, typ: 'JWT' },
      payload: {
        ...own,
        iss: ISSUER,
        jti: input.id,
        sub: 'did:example:holder',
        nbf: Date.parse(input.validFrom) / 1_000,
        exp: Date.parse(input.validUntil ?? '') / 1_000,
      },
    });
    expect(await faults(token)).toEqual([]);
    expect(await faults(token, { at: '2031-01-01T00:00:00Z' })).toContain('dates failed expired');
  });

  it('keeps the Data Integrity proof of a credential that has one', async () => {
    const signed = await issueSample();
    const token = await issueJwtCredential({ credential: signed, signer: key });
    const report = await verifyJwtCredential({ token, at: WITHIN, statusLists, resolveKey });
    expect(report.verified).toBe(true);
    expect(report.credential?.proof).toEqual(signed.proof);
  });

  it('is expired, not yet valid, revoked and suspended as the credential in it', async () => {
    const token = await issueJwtCredential({ credential, signer: key });
    expect(await faults(token, { at: '2031-01-01T00:00:00Z' })).toContain('dates failed expired');
    expect(await faults(token, { at: '2026-01-01T00:00:00Z' })).toContain('dates failed not-yet-valid');
    for (const purpose of ['revocation', 'suspension'] as const) {
      const lists = await listsWith({ [purpose]: true });
      const report = await verifyJwtCredential({ token, at: WITHIN, statusLists: lists, resolveKey });
      expect(report.checks[5]?.code).toBe(purpose === 'revocation' ? 'revoked' : 'suspended');
      expect(report.checks[2]?.code).toBe('ok');
    }
  });
});

describe('what is not issued', () => {
  it.each([
    ['a credential of another issuer', edited(credential, ['issuer', 'id'], () => 'did:web:other.example'), /issuer/],
    ['a member that is a claim of the token', edited(credential, ['exp'], () => 1), /"exp" is a claim/],
    ['a credential in a claim "vc"', edited(credential, ['vc'], () => ({ type: 'x' })), /"vc" is a claim/],
    ['unknown contexts', edited(credential, ['@context', 2], () => 'https://attacker.example/c'), /attacker/],
    ['a term that no context defines', edited(credential, ['favoriteColor'], () => 'blue'), /favoriteColor/],
    ['a credential without a subject', edited(credential, ['credentialSubject'], () => undefined), /credentialSubject/],
  ])('%s', async (_, broken, message) => {
    await expect(issueJwtCredential({ credential: broken, signer: key })).rejects.toThrow(RangeError);
    await expect(issueJwtCredential({ credential: broken, signer: key })).rejects.toThrow(message);
  });

  it('an end of the signature of its own in the form of Open Badges, whose exp is validUntil', async () => {
    const options = { credential, signer: key, form: 'open-badges' as JwtForm, expires: '2029-01-01T00:00:00Z' };
    await expect(issueJwtCredential(options)).rejects.toThrow(/leave "expires" out/);
  });
});
