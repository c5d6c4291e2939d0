import { describe, expect, it } from 'vitest';
import { edited, type Path } from '../test/edit.ts';
import { didDocument, ISSUER, issueSample, key, listsWith, resolveKey, WITHIN } from '../test/sample.ts';
import { generateIssuerKey, keyFromDidDocument, type ResolveKey, verifyCredential } from './index.ts';

const signed = await issueSample();
const other = await issueSample({ validFrom: '2027-03-03T00:00:00Z' });
const statusLists = await listsWith();

/** The checks that did not pass, as "id result code". */
async function faults(credential: unknown, changes: { at?: string; resolveKey?: ResolveKey } = {}) {
  const report = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey, ...changes });
  expect(report.checks.map((check) => check.id)).toEqual([
    'structure',
    'contexts',
    'proof',
    'issuer',
    'dates',
    'status',
  ]);
  expect(report.verified).toBe(report.checks.every((check) => check.result === 'passed'));
  return report.checks
    .filter((check) => check.result !== 'passed')
    .map((check) => `${check.id} ${check.result} ${check.code}`);
}

it('an issued credential passes every check, also when written out and read again', async () => {
  expect(await faults(signed)).toEqual([]);
  expect(await faults(JSON.parse(JSON.stringify(signed, null, 2)))).toEqual([]);
});

describe('dates: both ends belong to the period', () => {
  it.each([
    ['2027-03-01T23:59:59.999Z', ['dates failed not-yet-valid']],
    ['2027-03-02T00:00:00Z', []],
    ['2030-03-01T23:59:59Z', []],
    ['2030-03-02T00:59:59+01:00', []],
    ['2030-03-01T23:59:59.001Z', ['dates failed expired']],
  ])('at %s', async (at, expected) => {
    const found = await faults(signed, { at });
    expect(found.filter((fault) => fault.startsWith('dates'))).toEqual(expected);
    expect(found.filter((fault) => fault.startsWith('proof'))).toEqual([]);
  });

  it('a time that is none is the caller’s mistake', async () => {
    await expect(verifyCredential({ credential: signed, at: 'tomorrow' })).rejects.toThrow(RangeError);
    await expect(verifyCredential({ credential: signed, at: new Date(Number.NaN) })).rejects.toThrow(/at must be/);
  });
});

describe('contexts: only those bundled here define terms', () => {
  const planted = (context: unknown) => edited(signed, ['@context', 2], () => context);

  it.each([
    ['another address', 'https://attacker.example/context.json'],
    ['terms written inside', { favoriteColor: 'urn:attacker:color' }],
    ['a newer version', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.4.json'],
    ['a context that the signing library brings along', 'https://w3id.org/security/v2'],
  ])('%s', async (_, context) => {
    expect(await faults(planted(context))).toEqual([
      'contexts failed context-unknown',
      'proof could-not-check not-reached',
      'issuer could-not-check not-reached',
    ]);
  });

  it('that is named by the check', async () => {
    const credential = planted('https://attacker.example/context.json');
    const report = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
    expect(report.checks[1]?.detail).toContain('https://attacker.example/context.json');
  });

  it('the credentials context comes first, and each stands once', async () => {
    const turned = edited(signed, ['@context'], (old) => (Array.isArray(old) ? old.toReversed() : old));
    expect(await faults(turned)).toContain('contexts failed malformed');
    expect(await faults(planted('https://www.w3.org/ns/credentials/v2'))).toContain('contexts failed malformed');
  });

  it('a term that the contexts leave undefined is refused, not dropped', async () => {
    const found = await faults(edited(signed, ['favoriteColor'], () => 'blue'));
    expect(found).toEqual(['proof failed term-undefined', 'issuer could-not-check not-reached']);
  });
});

describe('the issuer and the key', () => {
  it('a key that nobody knows leaves the question open', async () => {
    const open = ['proof could-not-check key-unknown', 'issuer could-not-check not-reached'];
    const unknown = await faults(signed, { resolveKey: () => undefined });
    expect(unknown.slice(0, 2)).toEqual(open);
    const report = await verifyCredential({ credential: signed, at: WITHIN });
    expect(report.checks[2]?.code).toBe('key-unknown');
  });

  it('so does a resolver that answers null', async () => {
    const resolve = (() => null) as unknown as ResolveKey;
    expect(await faults(signed, { resolveKey: resolve })).toContain('proof could-not-check key-unknown');
  });

  it('so does a key that cannot be looked up', async () => {
    const resolve = () => Promise.reject(new Error('ETIMEDOUT'));
    expect(await faults(signed, { resolveKey: resolve })).toContain('proof could-not-check key-unavailable');
  });

  it('a credential in the name of another issuer fails, whoever hosts the key', async () => {
    const forger = await generateIssuerKey({ controller: 'did:web:forger.example' });
    const own = { ...forger, id: forger.verificationMethod };
    const credential = await issueSample(
      { issuer: { id: forger.controller, name: 'F', url: 'https://f.example' } },
      forger,
    );
    const renamed = edited(credential, ['issuer', 'id'], () => ISSUER);
    expect(await faults(renamed, { resolveKey: () => own })).toContain('proof failed signature-invalid');
    const claimed = { ...own, controller: ISSUER };
    expect(await faults(credential, { resolveKey: () => claimed })).toContain('proof failed key-unsuitable');
  });

  it('only Ed25519 keys are accepted, whatever the resolver returns', async () => {
    const wrong = [
      'z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
      'zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169',
      '',
    ];
    for (const publicKeyMultibase of wrong) {
      const resolve: ResolveKey = (id) => ({ id, controller: ISSUER, publicKeyMultibase });
      expect(await faults(signed, { resolveKey: resolve })).toContain('proof failed key-unsuitable');
    }
  });

  it.each([
    ['2028-07-01T12:00:00Z', 'proof failed key-revoked'],
    ['2028-07-01T12:00:01Z', undefined],
    ['no time', 'proof failed key-revoked'],
  ])('a key revoked at %s', async (revoked, expected) => {
    const document = edited(didDocument, ['verificationMethod', 0, 'revoked'], () => revoked);
    const found = await faults(signed, { resolveKey: (id) => keyFromDidDocument(document, id) });
    expect(found.find((fault) => fault.startsWith('proof'))).toBe(expected);
  });

  it('a did:key issuer is verified with nothing but the credential', async () => {
    const own = await generateIssuerKey({ seed: new Uint8Array(32).fill(9) });
    const credential = await issueSample(
      { status: [], issuer: { id: own.controller, name: 'X', url: 'https://x.example' } },
      own,
    );
    expect((await verifyCredential({ credential, at: WITHIN })).verified).toBe(true);
    const path: Path = ['proof', 0, 'verificationMethod'];
    const crossed = edited(credential, path, () => `${own.controller}#${key.publicKeyMultibase}`);
    expect(await faults(crossed)).toContain('proof failed key-unsuitable');
  });
});

describe('proofs', () => {
  const proof: Path = ['proof', 0];
  const another = Reflect.get(Object(other.proof[0]), 'proofValue');
  it.each([
    ['none', ['proof'], () => undefined, 'proof failed proof-missing'],
    ['an unknown suite', [...proof, 'cryptosuite'], () => 'bbs-2023', 'proof could-not-check proof-unsupported'],
    ['another suite', [...proof, 'cryptosuite'], () => 'eddsa-jcs-2022', 'proof failed signature-invalid'],
    ['a chained one', [...proof, 'previousProof'], () => 'urn:uuid:1', 'proof failed proof-malformed'],
    ['another purpose', [...proof, 'proofPurpose'], () => 'authentication', 'proof failed proof-malformed'],
    ['a value in base64url', [...proof, 'proofValue'], (old: unknown) => `u${old}`, 'proof failed proof-malformed'],
    ['a time changed', [...proof, 'created'], () => '2027-03-02T10:00:01Z', 'proof failed signature-invalid'],
    ['a domain added', [...proof, 'domain'], () => 'https://a.example', 'proof failed signature-invalid'],
    [
      'a bad second one',
      ['proof', 1],
      () => ({ ...Object(signed.proof[0]), created: WITHIN, proofValue: another }),
      'proof failed signature-invalid',
    ],
    ['the same twice', ['proof', 1], () => signed.proof[0], 'proof failed proof-malformed'],
    ['one that is text', ['proof', 0], () => 'signed', 'proof failed proof-malformed'],
  ] as const)('%s', async (_, path, replace, expected) => {
    expect(await faults(edited(signed, path, replace))).toContain(expected);
  });

  it('one of a kind that is not known here, beside a good one, changes nothing', async () => {
    const foreign = { type: 'DataIntegrityProof', cryptosuite: 'bbs-2023' };
    expect(await faults(edited(signed, ['proof', 1], () => foreign))).toEqual([]);
  });
});
