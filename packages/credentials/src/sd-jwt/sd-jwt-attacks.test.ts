import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saltsFrom } from '../../test/salts.ts';
import { key, resolveKey, WITHIN } from '../../test/sample.ts';
import { generateIssuerKey, type Signer } from '../index.ts';
import { signCompactJws } from '../jose/sign.ts';
import type { Json, JsonObject } from '../json.ts';
import { jwkFromMultikey } from '../keys.ts';
import { issueSdJwtCredential } from './issue.ts';
import { digestOf } from './library.ts';
import { presentSdJwt } from './present.ts';
import { verifySdJwtCredential } from './verify.ts';

const salt = saltsFrom('test');
const holder = await generateIssuerKey({ seed: new Uint8Array(32).fill(5) });
const cnf: Json = { jwk: { ...jwkFromMultikey(holder.publicKeyMultibase) } };
const content = { name: 'Dana', license_number: 'CALT-000017' };
const common = {
  signer: key,
  vct: 'https://example.org/types/c',
  issuedAt: WITHIN,
  salt,
  disclosable: Object.keys(content),
};
const holderKey = jwkFromMultikey(holder.publicKeyMultibase);
const token = await issueSdJwtCredential({ ...common, content, holderKey });
const other = await issueSdJwtCredential({ ...common, content: { ...content, name: 'Doctor Dana' }, holderKey });
const [jwt = '', ...disclosures] = token.split('~').slice(0, -1);
const [, otherName = ''] = other.split('~');
const asked = { audience: 'https://employer.example', nonce: 'nonce-1' };
const binding = { ...asked, signer: holder, issuedAt: WITHIN };
const bound = await presentSdJwt({ token, disclose: ['name'], keyBinding: binding });

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
const disclose = (...parts: Json[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const base = { iss: key.controller, vct: 'https://example.org/types/c' };

/** A token that the issuer itself signed badly, so that the signature is not what refuses it. */
async function crafted(payload: JsonObject, texts: readonly string[], header = { typ: 'dc+sd-jwt' }) {
  const signed = await signCompactJws({ header, payload: { ...base, ...payload }, signer: key });
  return [signed, ...texts, ''].join('~');
}

async function judge(text: unknown, more: { audience?: string; nonce?: string; at?: string } = {}) {
  const report = await verifySdJwtCredential({ token: text, at: WITHIN, resolveKey, ...more });
  const first = report.checks.find((check) => check.result !== 'passed');
  return { verified: report.verified, id: first?.id, code: first?.code, detail: first?.detail ?? '' };
}

it('the untouched tokens are good: what follows fails for its own reason', async () => {
  expect(await judge(token)).toMatchObject({ verified: true });
  expect(await judge(bound, asked)).toMatchObject({ verified: true });
  expect(await judge(await crafted({ cnf }, []))).toMatchObject({ verified: true });
});

it.each([
  // RFC 9901, 4.2.3: the examples of an object property and of an array element.
  [
    'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
    'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
  ],
  ['WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0', 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs'],
])('the digest of %s is that of the standard', (text, expected) => {
  expect(digestOf(text)).toBe(expected);
});

describe('disclosures', () => {
  const one = disclose('salt', 'name', 'Dana');
  const entry = disclose('salt', 'BA');
  const nested = disclose('salt', 'inner', { _sd: [digest(one)] });
  it.each([
    ['of another token', [jwt, otherName, ...disclosures, ''].join('~'), 'taken from another'],
    ['that stand twice', [jwt, ...disclosures, disclosures[0], ''].join('~'), 'stands twice'],
    ['that were changed', [jwt, `${disclosures[0]?.slice(0, -4)}AAAA`, ''].join('~'), 'disclosure'],
    ['that are no JSON', [jwt, 'AAAA', ''].join('~'), 'not JSON'],
    ['that are padded', [jwt, `${disclosures[0]}=`, ''].join('~'), 'base64url'],
    ['whose digest stands twice', () => crafted({ _sd: [digest(one), digest(one)] }, [one]), 'in two places'],
    [
      'whose digest stands in two objects',
      () => crafted({ _sd: [digest(one)], a: { _sd: [digest(one)] } }, [one]),
      'in two',
    ],
    ['that repeat a claim', () => crafted({ name: 'Eve', _sd: [digest(one)] }, [one]), 'would stand twice'],
    ['of an entry in the place of a claim', () => crafted({ _sd: [digest(entry)] }, [entry]), 'that of a claim'],
    ['of a claim in the place of an entry', () => crafted({ a: [{ '...': digest(one) }] }, [one]), 'that of an entry'],
    [
      'in a place with more than a digest',
      () => crafted({ a: [{ '...': digest(entry), b: 1 }] }, [entry]),
      'more than',
    ],
    ['that hide in one that is not shown', () => crafted({ _sd: [digest(nested)] }, [one]), 'taken from another'],
    ['named "_sd"', () => crafted({ _sd: [digest(disclose('s', '_sd', []))] }, [disclose('s', '_sd', [])]), 'no name'],
    ['of the issuer', () => crafted({ iss: '', _sd: [] }, []), 'iss'],
    ['of the end', () => crafted({ _sd: [digest(disclose('s', 'exp', 9e9))] }, [disclose('s', 'exp', 9e9)]), '"exp"'],
    [
      'of the status',
      () => crafted({ _sd: [digest(disclose('s', 'status', {}))] }, [disclose('s', 'status', {})]),
      'status',
    ],
    ['by another hash', () => crafted({ _sd_alg: 'sha-1', _sd: [] }, []), 'sha-256'],
    ['whose digests are no list', () => crafted({ _sd: 'x' }, []), 'not a list'],
    ['nested beyond reason', () => crafted({ a: JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`) }, []), 'deeper'],
  ])('%s', async (_, text, words) => {
    const verdict = await judge(typeof text === 'function' ? await text() : text);
    expect(verdict).toMatchObject({ verified: false, id: 'structure' });
    expect(verdict.detail).toContain(words);
  });

  it('in a disclosure are put in their places, as deep as they go', async () => {
    const good = await crafted({ _sd: [digest(nested)], a: [{ '...': digest(entry) }, 'MLIS'] }, [nested, one, entry]);
    const report = await verifySdJwtCredential({ token: good, at: WITHIN, resolveKey });
    expect(report.claims).toEqual({ ...base, a: ['BA', 'MLIS'], inner: { name: 'Dana' } });
    const without = await verifySdJwtCredential({
      token: await crafted({ a: [{ '...': digest(entry) }] }, []),
      at: WITHIN,
      resolveKey,
    });
    expect(without.claims).toEqual({ ...base, a: [] });
  });
});

describe('the token', () => {
  it.each([
    ['without "~"', jwt, '"~"'],
    ['of another type', () => crafted({}, [], { typ: 'vc+jwt' }), '"vc+jwt"'],
    ['that is no text', 7, 'not text'],
    ['above a million characters', `${token}${'~'.repeat(1_000_000)}`, 'longer'],
    ['with 300 disclosures', `${jwt}~${'AAAA~'.repeat(300)}`, '256'],
  ])('%s', async (_, text, words) => {
    const verdict = await judge(typeof text === 'function' ? await text() : text);
    expect(verdict).toMatchObject({ verified: false, id: 'structure' });
    expect(verdict.detail).toContain(words);
  });

  it('with alg none, or with the signature of another', async () => {
    const [header = '', payload = ''] = jwt.split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'dc+sd-jwt', kid: key.verificationMethod })).toString(
      'base64url',
    );
    expect(await judge(`${none}.${payload}.~`)).toMatchObject({ id: 'proof', code: 'proof-malformed' });
    expect(await judge(`${header}.${payload}.${other.split('~')[0]?.split('.')[2]}~`)).toMatchObject({
      code: 'signature-invalid',
    });
  });

  it('a token status list is named as what could not be read, not passed over', async () => {
    const verdict = await judge(await crafted({ status: { status_list: { idx: 1, uri: 'https://a.example/1' } } }, []));
    expect(verdict).toMatchObject({ verified: false, id: 'status', code: 'status-unsupported' });
  });

  it('any change of one character is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bound.length - 1), fc.constantFrom(...'AZaz09-_.~'), async (at, character) => {
        fc.pre(bound[at] !== character);
        const changed = `${bound.slice(0, at)}${character}${bound.slice(at + 1)}`;
        expect((await judge(changed, asked)).verified).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the proof of the holder', () => {
  const presented = bound.slice(0, bound.lastIndexOf('~') + 1);
  const good = { iat: Date.parse(WITHIN) / 1_000, aud: asked.audience, nonce: asked.nonce, sd_hash: digest(presented) };
  const forged = async (payload: JsonObject, signer: Signer = holder, header = { typ: 'kb+jwt' }) =>
    `${presented}${await signCompactJws({ header, payload: { ...good, ...payload }, signer, kid: false })}`;
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'kb+jwt' })).toString('base64url');

  it.each([
    ['is missing where it was asked for', presented, 'missing'],
    ['was made for another verifier', () => forged({ aud: 'https://other.example' }), 'aud'],
    ['answers another request', () => forged({ nonce: 'nonce-0' }), 'nonce'],
    ['was made for other disclosures', () => forged({ sd_hash: digest(token) }), 'sd_hash'],
    ['was made yesterday', () => forged({ iat: good.iat - 86_400 }), 'just now'],
    ['comes from the future', () => forged({ iat: good.iat + 86_400 }), 'just now'],
    ['does not say when it was made', () => forged({ iat: 'now' }), 'iat'],
    ['is signed by another', () => forged({}, key), 'signature'],
    ['is of another type', () => forged({}, holder, { typ: 'JWT' }), 'kb+jwt'],
    ['is not signed', `${presented}${none}.${Buffer.from(JSON.stringify(good)).toString('base64url')}.`, '"none"'],
    [
      'stands at a token that is bound to no key',
      async () => `${await crafted({}, [])}${(await forged({})).split('~').at(-1)}`,
      'cnf',
    ],
    [
      'stands at a token whose key is a private one',
      async () =>
        `${await crafted({ cnf: { jwk: { ...holderKey, d: 'AA' } } }, [])}${(await forged({})).split('~').at(-1)}`,
      'cnf',
    ],
  ])('%s', async (_, text, words) => {
    const verdict = await judge(typeof text === 'function' ? await text() : text, asked);
    expect(verdict).toMatchObject({ verified: false, id: 'proof' });
    expect(verdict.detail).toContain(words);
  });

  it('that was seen once does not help with a claim added or dropped', async () => {
    const kb = bound.split('~').at(-1);
    expect(await judge([jwt, ...disclosures, kb].join('~'), asked)).toMatchObject({ verified: false, id: 'proof' });
    expect(await judge([jwt, kb].join('~'), asked)).toMatchObject({ verified: false, id: 'proof' });
  });
});
