import { describe, expect, it } from 'vitest';
import { saltsFrom } from '../../test/salts.ts';
import { ISSUER, input, issueSample, key, resolveKey, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey } from '../index.ts';
import { issueSdJwtCredential } from '../sd-jwt/issue.ts';
import { envelopeCredential, openEnvelope, verifyEnveloped } from './enveloped.ts';
import { issueJwtCredential } from './issue.ts';
import { issueJwtPresentation, verifyJwtPresentation } from './presentation.ts';
import { signCompactJws } from './sign.ts';

const salt = saltsFrom('test');
const holder = await generateIssuerKey({ seed: new Uint8Array(32).fill(5) });
const credential = buildAchievementCredential({ ...input, status: [] });
const asJwt = envelopeCredential(await issueJwtCredential({ credential, signer: key }));
const sdJwt = await issueSdJwtCredential({
  credential,
  signer: key,
  vct: 'https://a.example/t',
  issuedAt: WITHIN,
  salt,
});
const asSdJwt = envelopeCredential(sdJwt);
const asProof = await issueSample({ status: [] });
const common = { signer: holder, issuedAt: WITHIN, audience: 'https://employer.example', nonce: 'n-1' };
const asked = { audience: common.audience, nonce: common.nonce };

const judge = (token: unknown, more: { audience?: string; nonce?: string; at?: string } = asked) =>
  verifyJwtPresentation({ token, at: WITHIN, resolveKey, ...more });

describe('an envelope', () => {
  it('holds the token of either kind as it was, in the media type of its kind', () => {
    expect(asJwt).toMatchObject({
      type: 'EnvelopedVerifiableCredential',
      '@context': 'https://www.w3.org/ns/credentials/v2',
    });
    expect(asJwt.id).toMatch(/^data:application\/vc\+jwt,eyJ/);
    expect(openEnvelope(asJwt)).toMatchObject({ ok: true, kind: 'vc+jwt' });
    expect(openEnvelope(asSdJwt)).toEqual({ ok: true, kind: 'sd-jwt', token: sdJwt });
  });

  it('is verified as the token in it', async () => {
    for (const enveloped of [asJwt, asSdJwt]) {
      expect((await verifyEnveloped({ enveloped, at: WITHIN, resolveKey })).verified).toBe(true);
      const late = await verifyEnveloped({ enveloped, at: '2031-01-01T00:00:00Z', resolveKey });
      expect(late.checks[4]?.code).toBe('expired');
    }
  });

  it.each([
    ['nothing', undefined, 'JSON object'],
    ['another type', { ...asJwt, type: 'VerifiableCredential' }, 'EnvelopedVerifiableCredential'],
    ['an address instead of the token', { ...asJwt, id: 'https://a.example/vc.jwt' }, 'data:'],
    ['another media type', { ...asJwt, id: 'data:application/vc+cose,AA' }, 'vc+cose'],
    ['a token in base64', { ...asJwt, id: 'data:application/vc+jwt;base64,AA' }, 'vc+jwt'],
    ['a token that is none', { ...asJwt, id: 'data:application/vc+jwt,hello' }, 'three segments'],
  ])('with %s is refused', async (_, enveloped, words) => {
    const report = await verifyEnveloped({ enveloped, at: WITHIN, resolveKey });
    expect(report.verified).toBe(false);
    expect(report.checks[0]).toMatchObject({ code: 'unreadable', detail: expect.stringContaining(words) });
  });
});

describe('a presentation', () => {
  it('is verified with each credential in it, whatever secures them', async () => {
    const token = await issueJwtPresentation({ ...common, credentials: [asJwt, asSdJwt, asProof] });
    const report = await judge(token);
    expect(report.checks.filter((check) => check.result !== 'passed')).toEqual([]);
    expect(report.credentials.map((one) => one.verified)).toEqual([true, true, true]);
    expect(report.verified).toBe(true);
  });

  it('is not verified when one credential in it is not', async () => {
    const changed = { ...asProof, name: 'Doctor' };
    const report = await judge(await issueJwtPresentation({ ...common, credentials: [asJwt, changed] }));
    expect(report.verified).toBe(false);
    expect(report.checks.every((check) => check.result === 'passed')).toBe(true);
    expect(report.credentials.map((one) => one.verified)).toEqual([true, false]);
  });

  it.each([
    ['shown to another verifier', { audience: 'https://other.example', nonce: 'n-1' }, 'proof', 'aud'],
    ['shown to a verifier that names itself not', {}, 'proof', 'aud'],
    ['answering another request', { audience: common.audience, nonce: 'n-2' }, 'proof', 'nonce'],
  ])('%s is refused', async (_, expected, id, words) => {
    const report = await judge(await issueJwtPresentation({ ...common, credentials: [asJwt] }), expected);
    const first = report.checks.find((check) => check.result !== 'passed');
    expect(first).toMatchObject({ id, detail: expect.stringContaining(words) });
  });

  it.each([
    ['in the name of another holder', { holder: ISSUER }, 'issuer', ISSUER],
    ['whose claim iss is another', { iss: ISSUER }, 'issuer', ISSUER],
    ['whose holder and claim iss differ', { holder: holder.controller, iss: ISSUER }, 'structure', 'iss'],
    ['without credentials', { verifiableCredential: [] }, 'structure', '1 to 64'],
    ['of another type', { type: ['VerifiableCredential'] }, 'structure', 'VerifiablePresentation'],
    ['of the older data model', { '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'structure', '@context'],
    ['with 65 credentials', { verifiableCredential: Array.from({ length: 65 }, () => 'x') }, 'structure', '64'],
    ['with a claim vp', { vp: {} }, 'structure', 'vp'],
  ])('%s is refused', async (_, changes, id, words) => {
    const payload = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [asJwt],
      ...changes,
    };
    const token = await signCompactJws({ header: { typ: 'vp+jwt' }, payload, signer: holder });
    const report = await judge(token, {});
    expect(report.verified).toBe(false);
    const bad = report.checks.find((check) => check.result === 'failed');
    expect(bad).toMatchObject({ id, detail: expect.stringContaining(words) });
  });

  it('a credential is no presentation, and neither is anything else', async () => {
    const token = await issueJwtCredential({ credential, signer: key });
    for (const text of [token, sdJwt, 'x', undefined, { verifiableCredential: [] }]) {
      expect(await judge(text)).toMatchObject({ verified: false, credentials: [] });
    }
  });
});
