import { describe, expect, it } from 'vitest';
import { edited } from '../test/edit.ts';
import { input, issueSample, resolveKey, WITHIN } from '../test/sample.ts';
import { schemaErrors } from '../test/schema.ts';
import { buildAchievementCredential, DEMONSTRATION, isHeldBy, verifyCredential } from './index.ts';

const revocationOnly = (input.status ?? []).slice(0, 1);

describe('the JSON Schema of Open Badges 3.0', () => {
  it('accepts an issued credential with one status entry, and one with none', async () => {
    expect(schemaErrors(await issueSample({ status: revocationOnly }))).toEqual([]);
    expect(schemaErrors(await issueSample({ status: [] }))).toEqual([]);
    expect(schemaErrors(await issueSample({ status: revocationOnly, demonstration: true }))).toEqual([]);
  });

  it('differs from the data model in one point only: it allows no second status entry', async () => {
    expect(schemaErrors(await issueSample())).toEqual(['/credentialStatus must be object']);
  });

  it('refuses a credential whose achievement lost its criteria', async () => {
    const path = ['credentialSubject', 'achievement', 'criteria'];
    const broken = edited(await issueSample({ status: [] }), path, () => undefined);
    expect(schemaErrors(broken)).toContain("/credentialSubject/achievement must have required property 'criteria'");
  });
});

describe('the holder', () => {
  it('is named, and recognized by the e-mail address without showing it', async () => {
    const credential = await issueSample();
    expect(JSON.stringify(credential)).not.toContain('zoe@example.net');
    expect(isHeldBy(credential, 'zoe@example.net')).toBe(true);
    expect(isHeldBy(credential, 'zoe@example.com')).toBe(false);
    expect(isHeldBy(null, 'zoe@example.net')).toBe(false);
  });

  it('is hashed as SHA-256 of the address followed by the salt', () => {
    // printf 'a@example.orgdeadsea1' | sha256sum
    const identity = { kind: 'email', address: 'a@example.org', salt: 'deadsea1' } as const;
    const credential = buildAchievementCredential({ ...input, holder: { name: 'A', identity } });
    expect(JSON.stringify(credential)).toContain(
      'sha256$6dfbeb94419ea1811ad6b298f2640cb4be0b2ccae62a92d9276e1f31110d574a',
    );
  });

  it('may be identified by the name alone', () => {
    const holder = { name: 'A. Holder', identity: { kind: 'name' } } as const;
    expect(buildAchievementCredential({ ...input, holder }).credentialSubject).toMatchObject({
      name: 'A. Holder',
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: 'A. Holder', identityType: 'name' }],
    });
  });
});

it('a demonstration says so in name, description, tags and evidence, all of them signed', async () => {
  const credential = await issueSample({ demonstration: true, status: [] });
  expect(credential.name).toBe(`Certified Academic Library Technician ${DEMONSTRATION.name}`);
  expect(credential.description).toContain(DEMONSTRATION.notice);
  expect(credential).toMatchObject({
    credentialSubject: { achievement: { tag: ['library', 'cataloging', 'demonstration'] } },
    evidence: [{ genre: 'demonstration', narrative: DEMONSTRATION.notice }],
  });
  const without = edited(credential, ['evidence'], () => undefined);
  const report = await verifyCredential({ credential: without, at: WITHIN, resolveKey });
  expect(report.checks.find((check) => check.id === 'proof')?.code).toBe('signature-invalid');
});

it.each([
  ['a time without zone', { validFrom: '2027-03-02T00:00:00' }, /validFrom/],
  ['a day that no calendar has', { validFrom: '2027-02-29T00:00:00Z' }, /validFrom/],
  ['an end before the beginning', { validUntil: '2027-03-01T23:59:59Z' }, /validUntil/],
  ['a holder without a name', { holder: { ...input.holder, name: ' ' } }, /holder\.name/],
  [
    'a salt too short to hide anything',
    { holder: { name: 'A', identity: { kind: 'email', address: 'a@b', salt: '1' } } },
    /salt/,
  ],
  [
    'an address that is none',
    { holder: { name: 'A', identity: { kind: 'email', address: 'a', salt: '12345678' } } },
    /address/,
  ],
  ['two entries for revocation', { status: [...revocationOnly, ...revocationOnly] }, /purpose/],
  ['a negative index', { status: [{ purpose: 'revocation', listUrl: 'https://a.example/1', index: -1 }] }, /index/],
  [
    'a list without an address',
    { status: [{ purpose: 'revocation', listUrl: 'list', index: 1 }] },
    /must be an address/,
  ],
] as const)('%s is refused by name', (_, changes, message) => {
  expect(() => buildAchievementCredential({ ...input, ...changes })).toThrow(RangeError);
  expect(() => buildAchievementCredential({ ...input, ...changes })).toThrow(message);
});
