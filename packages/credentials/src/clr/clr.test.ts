import { describe, expect, it } from 'vitest';
import { edited } from '../../test/edit.ts';
import { input, issueSample, key, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import { schemaErrors } from '../../test/schema.ts';
import { generateIssuerKey, issueCredential, type JsonObject, statusListUrls } from '../index.ts';
import { buildClrCredential, type ClrCredentialInput } from './build.ts';
import { credentialsOfRecord, verifyClrCredential } from './verify.ts';

const advanced = {
  ...input.achievement,
  id: 'https://example.org/programs/advanced/2026',
  name: 'Advanced Technician',
  criteria: { id: 'https://example.org/programs/advanced#criteria', narrative: 'Three years of practice.' },
};
const status = input.status?.slice(0, 1) ?? [];
const first = await issueSample({ status });
const second = await issueSample({ id: 'urn:uuid:second', achievement: advanced, status });
const ofAnother = await generateIssuerKey({ seed: new Uint8Array(32).fill(9) });
const foreign = await issueSample(
  { id: 'urn:uuid:third', issuer: { id: ofAnother.controller, name: 'B', url: 'https://b.example' }, status: [] },
  ofAnother,
);
const record: ClrCredentialInput = {
  id: 'urn:uuid:record',
  issuer: input.issuer,
  name: 'Record of Zoë Ōkubo',
  validFrom: input.validFrom,
  holder: input.holder,
  credentials: [first, second, foreign],
  associations: [{ type: 'precedes', sourceId: input.achievement.id, targetId: advanced.id }],
};
const statusLists = await listsWith();

const issue = (changes: Partial<ClrCredentialInput> = {}) =>
  issueCredential({ credential: buildClrCredential({ ...record, ...changes }), signer: key, created: WITHIN });
const verify = (credential: unknown, lists = statusLists) =>
  verifyClrCredential({ credential, at: WITHIN, statusLists: lists, resolveKey });

const signed = await issue();

describe('a signed record', () => {
  it('passes its six checks, and so does each credential in it, of other issuers too', async () => {
    const report = await verify(signed);
    expect(report.checks.filter((check) => check.result !== 'passed')).toEqual([]);
    expect(report.credentials.map((one) => one.verified)).toEqual([true, true, true]);
    expect(report.verified).toBe(true);
  });

  it('is accepted by the schema of the standard in every optional shape', async () => {
    expect(schemaErrors(signed, 'clr')).toEqual([]);
    const shapes: Partial<ClrCredentialInput>[] = [
      { description: 'All of it.', validUntil: '2031-01-01T00:00:00Z', awardedDate: input.validFrom },
      { associations: [], credentials: [first], ...(status[0] === undefined ? {} : { status: status[0] }) },
      { holder: { name: 'A', identity: { kind: 'name' }, id: 'did:example:a' } },
    ];
    for (const shape of shapes) {
      expect(schemaErrors(await issue(shape), 'clr')).toEqual([]);
    }
    const refused = [
      edited(signed, ['credentialSubject', 'verifiableCredential'], () => []),
      edited(signed, ['credentialSubject', 'association', 0, 'associationType'], () => 'x'),
      edited(signed, ['@context', 1], () => undefined),
    ];
    for (const broken of refused) {
      expect(schemaErrors(broken, 'clr')).not.toEqual([]);
    }
  });

  it('keeps each credential as it was signed, and lists each achievement once', () => {
    expect(credentialsOfRecord(signed)).toEqual([first, second, foreign]);
    const subject = signed.credentialSubject as JsonObject;
    expect((subject.achievement as JsonObject[]).map((one) => one.id)).toEqual([input.achievement.id, advanced.id]);
  });

  it('tells which status lists to load, for itself and for what it bundles', () => {
    const urls = [signed, ...credentialsOfRecord(signed)].flatMap((one) => statusListUrls(one));
    expect([...new Set(urls)]).toEqual(statusListUrls(first));
  });
});

describe('what a record does not cover up', () => {
  it('a credential in it that was revoked', async () => {
    const report = await verify(signed, await listsWith({ revocation: true }));
    expect(report.checks.every((check) => check.result === 'passed')).toBe(true);
    expect(report.credentials[0]?.checks[5]?.code).toBe('revoked');
    expect(report.verified).toBe(false);
  });

  it('a credential that was changed before the record was signed', async () => {
    const report = await verify(await issue({ credentials: [first, { ...second, name: 'Doctor' }] }));
    expect(report.checks.every((check) => check.result === 'passed')).toBe(true);
    expect(report.credentials.map((one) => one.verified)).toEqual([true, false]);
    expect(report.credentials[1]?.checks[2]?.code).toBe('signature-invalid');
  });

  it('a credential that was added, dropped or changed after the record was signed', async () => {
    const bundle = ['credentialSubject', 'verifiableCredential'] as const;
    const changed = [
      edited(signed, [...bundle, 2], () => undefined),
      edited(signed, bundle, (old) => [...(old as unknown[]), foreign]),
      edited(signed, [...bundle, 0, 'name'], () => 'Doctor'),
      edited(signed, [...bundle, 0, 'credentialStatus'], () => undefined),
      edited(signed, ['credentialSubject', 'association', 0, 'associationType'], () => 'exactMatchOf'),
    ];
    for (const [at, credential] of changed.entries()) {
      const report = await verify(credential);
      expect([at, report.checks[2]?.code]).toEqual([at, 'signature-invalid']);
    }
  });

  it('a credential that is no record, or none at all', async () => {
    expect((await verify(first)).checks[0]).toMatchObject({ code: 'malformed' });
    for (const value of [undefined, 7, {}, []]) {
      expect(await verify(value)).toMatchObject({ verified: false, credentials: [] });
    }
  });
});

it.each([
  ['no credential', { credentials: [] }, /one or more/],
  [
    'a credential without a proof',
    { credentials: [edited(first, ['proof'], () => undefined)] },
    /credentials\[0\] is not signed/,
  ],
  [
    'an association with a stranger',
    { associations: [{ type: 'precedes', sourceId: advanced.id, targetId: 'urn:x:y' }] },
    /urn:x:y/,
  ],
  ['an end before the beginning', { validUntil: '2020-01-01T00:00:00Z' }, /validUntil/],
  ['a name that is empty', { name: ' ' }, /name/],
] as const)('a record with %s is not built', (_, changes, message) => {
  expect(() => buildClrCredential({ ...record, ...changes })).toThrow(RangeError);
  expect(() => buildClrCredential({ ...record, ...changes })).toThrow(message);
});
