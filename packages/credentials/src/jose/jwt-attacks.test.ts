import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ISSUER, input, key, WITHIN } from '../../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey, type Signer } from '../index.ts';
import { jwkFromMultikey } from '../keys.ts';
import { issueJwtCredential } from './issue.ts';
import { verifyJwtCredential } from './verify.ts';

const credential = buildAchievementCredential({ ...input, status: [] });
const p256 = await generateIssuerKey({ controller: ISSUER, algorithm: 'P-256' });
const keys = new Map([key, p256].map((one) => [one.verificationMethod, { id: one.verificationMethod, ...one }]));
const good = await issueJwtCredential({ credential, signer: key });
const [goodHeader = '', goodPayload = '', goodSignature = ''] = good.split('.');

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

async function signed(header: unknown, payload: unknown, signer: Pick<Signer, 'sign'> = key) {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${Buffer.from(await signer.sign(new TextEncoder().encode(text))).toString('base64url')}`;
}

async function judge(token: unknown) {
  const report = await verifyJwtCredential({ token, at: WITHIN, resolveKey: (url) => keys.get(url) });
  const first = report.checks.find((check) => check.result !== 'passed');
  return { verified: report.verified, id: first?.id, code: first?.code, detail: first?.detail ?? '' };
}

const header = { alg: 'EdDSA', kid: key.verificationMethod, typ: 'vc+jwt', cty: 'vc' };
const der = { sign: () => new Uint8Array(70) };

it('the untouched token is good: what follows fails for its own reason', async () => {
  expect(await judge(good)).toMatchObject({ verified: true });
  expect(await judge(await signed(header, credential))).toMatchObject({ verified: true });
});

it('a key may be named by its fragment alone: it is then one of the issuer', async () => {
  const fragment = key.verificationMethod.split('#')[1] ?? '';
  for (const kid of [fragment, `#${fragment}`]) {
    expect(await judge(await signed({ ...header, kid }, credential))).toMatchObject({ verified: true });
  }
  const of = { ...credential, issuer: { id: 'did:web:other.example' } };
  expect(await judge(await signed({ ...header, kid: fragment }, of))).toMatchObject({ code: 'key-unknown' });
});

describe('the header cannot choose how it is checked', () => {
  it.each([
    ['alg none without a signature', `${encode({ ...header, alg: 'none' })}.${goodPayload}.`, 'not signed at all'],
    ['alg nOnE', `${encode({ ...header, alg: 'nOnE' })}.${goodPayload}.${goodSignature}`, 'not signed at all'],
    ['no alg', () => signed({ ...header, alg: undefined }, credential), 'how it is signed'],
    ['alg as a list', () => signed({ ...header, alg: ['EdDSA'] }, credential), 'how it is signed'],
    ['RS256', () => signed({ ...header, alg: 'RS256' }, credential), 'of the kind Ed25519'],
    ['ES256 with the Ed25519 key', () => signed({ ...header, alg: 'ES256' }, credential), 'of the kind Ed25519'],
    [
      'EdDSA with the P-256 key',
      () => signed({ ...header, kid: p256.verificationMethod }, credential, p256),
      'of the kind P-256',
    ],
    ['crit', () => signed({ ...header, crit: ['exp'], exp: 1 }, credential), 'crit'],
    ['b64 false', () => signed({ ...header, b64: false }, credential), 'b64'],
    ['no kid', () => signed({ ...header, kid: undefined }, credential), 'kid'],
    ['a key that nobody knows', () => signed({ ...header, kid: `${ISSUER}#other` }, credential), 'not among the known'],
    ['another type', () => signed({ ...header, typ: 'at+jwt' }, credential), '"at+jwt"'],
    ['a presentation', () => signed({ ...header, typ: 'vp+jwt' }, credential), '"vp+jwt"'],
    ['another content', () => signed({ ...header, cty: 'vp' }, credential), '"vp"'],
  ])('%s', async (_, token, words) => {
    const verdict = await judge(typeof token === 'function' ? await token() : token);
    expect(verdict.verified).toBe(false);
    expect(verdict.detail).toContain(words);
  });

  it('HS256 keyed with the public key, in each of its writings', async () => {
    const jwk = jwkFromMultikey(key.publicKeyMultibase);
    for (const secret of [key.publicKeyMultibase, JSON.stringify(jwk), Buffer.from(jwk.x, 'base64url')]) {
      const text = `${encode({ ...header, alg: 'HS256' })}.${goodPayload}`;
      const token = `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
      expect(await judge(token)).toMatchObject({ verified: false, id: 'proof', code: 'proof-malformed' });
    }
  });

  it('a key that it brings along is never used, and refused even when it is the right one', async () => {
    const thief = await generateIssuerKey();
    const own = jwkFromMultikey(thief.publicKeyMultibase);
    for (const bearer of [
      { jwk: own },
      { jku: 'https://thief.example/jwks' },
      { x5c: ['MII'] },
      { x5u: 'https://a.example' },
    ]) {
      expect(await judge(await signed({ ...header, ...bearer }, credential, thief))).toMatchObject({ id: 'proof' });
      expect(await judge(await signed({ ...header, ...bearer }, credential))).toMatchObject({ verified: false });
    }
    const bare = { ...header, kid: undefined, jwk: own };
    expect((await judge(await signed(bare, credential, thief))).detail).toContain('brings its own key');
  });
});

describe('the form', () => {
  const twice = JSON.stringify(credential).replace(/^\{/, '{"name":"Doctor",');
  it.each([
    ['nothing', undefined, 'not text'],
    ['no token', 'hello', 'three segments'],
    ['an extra segment', `${good}.`, 'three segments'],
    ['an encrypted token', 'a.b.c.d.e', 'encrypted'],
    ['a million segments', '.'.repeat(900_000), 'three segments'],
    ['more than a million characters', `${good}${'A'.repeat(1_000_000)}`, 'longer than'],
    ['padding', `${goodHeader}=.${goodPayload}.${goodSignature}`, 'base64url'],
    ['bits left over in the signature', `${goodHeader}.${goodPayload}.${goodSignature.slice(0, -1)}B`, 'base64url'],
    ['the other alphabet', `${goodHeader}.${goodPayload}.${goodSignature.slice(0, -3)}+/g`, 'base64url'],
    ['white space', `${good}\n`, 'base64url'],
    ['a member twice in the payload', () => signed(header, twice), '"name" stands twice in its payload'],
    [
      'a member twice in the header',
      () => signed(JSON.stringify(header).replace('{', '{"alg":"none",'), credential),
      'in its header',
    ],
    ['a payload that is a list', () => signed(header, [credential]), 'not a JSON object'],
    ['a payload that is no JSON', () => signed(header, '{'), 'not JSON'],
    [
      'a payload that is no UTF-8',
      `${goodHeader}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}.AA`,
      'UTF-8',
    ],
    ['a claim vc, as in version 1.1', () => signed(header, { iss: ISSUER, vc: credential }), 'claim "vc"'],
    ['a claim vp', () => signed(header, { ...credential, vp: {} }), 'claim "vp"'],
    [
      'a payload of 300,000 nested lists',
      () => signed(header, `{"a":${'['.repeat(300_000)}${']'.repeat(300_000)}}`),
      'list',
    ],
    [
      'a member __proto__',
      () => signed(header, JSON.stringify(credential).replace('{', '{"__proto__":{"a":1},')),
      '__proto__',
    ],
  ])('%s', async (_, token, words) => {
    const verdict = await judge(typeof token === 'function' ? await token() : token);
    expect(verdict).toMatchObject({ verified: false, id: 'structure', code: 'unreadable' });
    expect(verdict.detail).toContain(words);
  });
});

describe('what was signed is what is read', () => {
  it('a changed payload, a signature of another token, and one of another length', async () => {
    const other = await signed(header, { ...credential, name: 'Doctor' });
    const [, otherPayload] = other.split('.');
    expect(await judge(`${goodHeader}.${otherPayload}.${goodSignature}`)).toMatchObject({ code: 'signature-invalid' });
    expect(await judge(await signed(header, credential, der))).toMatchObject({ code: 'signature-invalid' });
    expect(await judge(`${goodHeader}.${goodPayload}.`)).toMatchObject({ code: 'signature-invalid' });
  });

  it.each([
    ['iss', 'did:web:other.example'],
    ['jti', 'urn:uuid:other'],
    ['exp', '2030'],
    ['nbf', -1],
    ['iat', 1e300],
    ['aud', 'https://verifier.example'],
  ])('a claim %s that contradicts or makes no sense', async (name, value) => {
    const verdict = await judge(await signed(header, { ...credential, [name]: value }));
    expect(verdict).toMatchObject({ verified: false, id: 'structure', code: 'malformed' });
    expect(verdict.detail).toContain(name);
  });

  it('without the type of the W3C the claims of Open Badges must be there and agree', async () => {
    const plain = { alg: 'EdDSA', kid: key.verificationMethod };
    const claims = { iss: ISSUER, jti: input.id, nbf: Date.parse(input.validFrom) / 1_000 };
    expect(await judge(await signed(plain, { ...credential, ...claims }))).toMatchObject({ verified: true });
    for (const name of ['iss', 'jti', 'nbf']) {
      const without = { ...credential, ...claims, [name]: undefined };
      expect(await judge(await signed(plain, without))).toMatchObject({ id: 'structure', code: 'malformed' });
    }
    expect(await judge(await signed(plain, credential))).toMatchObject({ id: 'structure' });
  });

  it('an issuer who signs in the name of another', async () => {
    const forger = await generateIssuerKey({ controller: 'did:web:forger.example' });
    keys.set(forger.verificationMethod, { id: forger.verificationMethod, ...forger });
    const token = await signed({ ...header, kid: forger.verificationMethod }, credential, forger);
    expect(await judge(token)).toMatchObject({ id: 'issuer', code: 'issuer-mismatch' });
  });
});
