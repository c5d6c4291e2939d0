import { createHash } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { describe, expect, it } from 'vitest';
import { saltsFrom } from '../../test/salts.ts';
import { ISSUER, input, key, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey, statusListUrls } from '../index.ts';
import { jwkFromMultikey, verifySignature } from '../keys.ts';
import { contentOfCredential, DISCLOSABLE_CLAIMS } from './content.ts';
import { issueSdJwtCredential } from './issue.ts';
import { presentSdJwt } from './present.ts';
import { verifySdJwtCredential } from './verify.ts';

const salt = saltsFrom('test');
const achievement = { ...input.achievement, specialization: 'Technical services' };
const credential = buildAchievementCredential({ ...input, achievement, status: input.status?.slice(0, 1) ?? [] });
const holder = await generateIssuerKey({ algorithm: 'P-256' });
const holderKey = jwkFromMultikey(holder.publicKeyMultibase);
const common = { signer: key, vct: 'https://example.org/types/certification', issuedAt: WITHIN, salt };
const statusLists = await listsWith();
const token = await issueSdJwtCredential({ ...common, credential, holderKey, decoys: 3 });
const binding = { signer: holder, audience: 'https://employer.example', nonce: 'n-0S6_WzA2Mj', issuedAt: WITHIN };

const verify = (text: unknown, more: { audience?: string; nonce?: string; at?: string } = {}) =>
  verifySdJwtCredential({ token: text, at: WITHIN, statusLists, resolveKey, ...more });

describe('an issued token', () => {
  it('passes the six checks, and says all that the credential says', async () => {
    const report = await verify(token);
    expect(report.checks.map((check) => `${check.id} ${check.code}`)).toEqual([
      'structure ok',
      'contexts ok',
      'proof ok',
      'issuer ok',
      'dates ok',
      'status ok',
    ]);
    expect(report.verified).toBe(true);
    expect(report.claims).toMatchObject({ iss: ISSUER, vct: common.vct, ...contentOfCredential(credential).content });
    expect([...(report.disclosed ?? [])].toSorted()).toEqual(
      DISCLOSABLE_CLAIMS.filter((name) => name !== 'holder_id').toSorted(),
    );
    expect(report).toMatchObject({ undisclosed: 3, holderBound: false });
  });

  it('shows nothing of what may be kept back without its disclosures', async () => {
    const [jwt = ''] = token.split('~');
    const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
    expect(payload).not.toContain('CALT-000017');
    expect(payload).not.toContain('kubo');
    expect(payload).not.toContain('Technical services');
    expect(payload).toContain('https://example.org/programs/calt/2026');
  });

  it('is read by the library of others in the same way', async () => {
    const library = new SDJwtVcInstance({
      hasher: (data) =>
        new Uint8Array(
          createHash('sha256')
            .update(Buffer.from(data as string))
            .digest(),
        ),
      verifier: (data, signature) =>
        verifySignature(key.publicKeyMultibase, Buffer.from(data), Buffer.from(signature, 'base64url')),
    });
    const shown = await presentSdJwt({ token, disclose: ['name'] });
    for (const text of [token, shown]) {
      const { payload } = await library.verify(text, { currentDate: Date.parse(WITHIN) / 1_000 });
      expect((await verify(text)).claims).toEqual(payload);
    }
  });

  it('is revoked together with the credential that it was made of', async () => {
    const { claims } = await verify(token);
    expect(statusListUrls(claims)).toEqual(statusListUrls(credential));
    const revoked = await listsWith({ revocation: true });
    const report = await verifySdJwtCredential({ token, at: WITHIN, statusLists: revoked, resolveKey });
    expect(report.checks[5]?.code).toBe('revoked');
  });

  it('is valid as long as the credential, and the end belongs to the period', async () => {
    expect((await verify(token, { at: '2027-03-01T23:59:59Z' })).checks[4]?.code).toBe('not-yet-valid');
    expect((await verify(token, { at: '2030-03-01T23:59:59Z' })).checks[4]?.code).toBe('ok');
    expect((await verify(token, { at: '2030-03-02T00:00:00Z' })).checks[4]?.code).toBe('expired');
  });

  it('may hold claims of one’s own, entries of lists and objects among them', async () => {
    const content = { name: 'Dana', degrees: ['BA', 'MLIS'], address: { city: 'Portland' } };
    const own = await issueSdJwtCredential({ ...common, content, disclosable: ['degrees', 'address'] });
    expect((await verify(own)).claims).toMatchObject(content);
    const shown = await verify(await presentSdJwt({ token: own, disclose: ['address'] }));
    expect(shown.claims).toMatchObject({ name: 'Dana', address: { city: 'Portland' } });
    expect(shown.claims).not.toHaveProperty('degrees');
    expect(shown).toMatchObject({ verified: true, disclosed: ['address'], undisclosed: 1 });
  });
});

describe('a presentation', () => {
  it('shows what the holder chose, to the verifier that asked', async () => {
    const shown = await presentSdJwt({ token, disclose: ['name', 'valid_until'], keyBinding: binding });
    const report = await verify(shown, { audience: binding.audience, nonce: binding.nonce });
    expect(report.checks.filter((check) => check.result !== 'passed')).toEqual([]);
    expect(report).toMatchObject({ verified: true, holderBound: true });
    expect(report.disclosed?.toSorted()).toEqual(['name', 'valid_until']);
    expect(report.claims).not.toHaveProperty('license_number');
  });

  it('of nothing but what is always shown is valid too', async () => {
    const report = await verify(await presentSdJwt({ token, disclose: [] }));
    expect(report).toMatchObject({ verified: true, disclosed: [] });
    expect(report.claims).not.toHaveProperty('name');
  });

  it('of a claim that the token cannot disclose is the caller’s mistake', async () => {
    await expect(presentSdJwt({ token, disclose: ['salary'] })).rejects.toThrow(/"salary".*license_number/);
    await expect(presentSdJwt({ token: 'x', disclose: [] })).rejects.toThrow(RangeError);
  });
});

describe('what is not issued', () => {
  const content = { name: 'Dana' };
  it.each([
    ['a claim that must always be shown as disclosable', { content: { name: 'D' }, disclosable: ['exp'] }, /always/],
    ['a claim that is not there as disclosable', { content, disclosable: ['salary'] }, /"salary"/],
    ['a claim of the token as content', { content: { iss: 'did:web:other.example' } }, /"iss"/],
    ['digests as content', { content: { _sd: ['x'] } }, /"_sd"/],
    ['a type that is no URI', { content, vct: 'certification' }, /vct/],
    ['too many decoys', { content, decoys: 65 }, /decoys/],
    ['a private key of the holder', { content, holderKey: { ...holderKey, d: 'AAAA' } }, /holderKey/],
    ['a salt that is short', { content, disclosable: ['name'], salt: (): string => 'short' }, /salt/],
    [
      'a salt that comes again',
      { content: { a: 1, b: 2 }, disclosable: ['a', 'b'], salt: (): string => 'x'.repeat(22) },
      /salt/,
    ],
    [
      'a credential with no achievement',
      { credential: { '@context': [], type: ['VerifiableCredential'] } },
      /achievement/,
    ],
  ])('%s', async (_, options, message) => {
    await expect(issueSdJwtCredential({ ...common, ...options })).rejects.toThrow(RangeError);
    await expect(issueSdJwtCredential({ ...common, ...options })).rejects.toThrow(message);
  });
});
