import {
  buildAchievementCredential,
  createStatusList,
  didWebDocument,
  generateIssuerKey,
  issueCredential,
  issueStatusList,
  setStatus,
} from '@testamur/credentials';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFile, testamur } from '../testing/run-command.ts';

const did = 'did:web:certification.example.org:issuers:example';
const listUrl = 'https://certification.example.org/issuers/example/status/1';
const validFrom = '2027-01-01T00:00:00.000Z';

let credential: object;
let keys: object;
let list: object;
let revoked: object;

beforeAll(async () => {
  const signer = await generateIssuerKey({ controller: did, seed: new Uint8Array(32).fill(5) });
  const unsigned = buildAchievementCredential({
    id: 'urn:uuid:01a2044b-9755-771d-9bd8-04dedecc35f2',
    issuer: { id: did, name: 'Example Association', url: 'https://certification.example.org' },
    validFrom,
    validUntil: '2029-12-31T23:59:59.999Z',
    holder: {
      name: 'Ana Rivera',
      licenseNumber: 'EX-2048',
      identity: { kind: 'email', address: 'ana@example.org', salt: '0123456789abcdef' },
    },
    achievement: {
      id: 'https://certification.example.org/programs/example',
      name: 'Certified Example',
      description: 'What it says.',
      criteria: { id: 'https://certification.example.org/programs/example', narrative: 'What was done.' },
      version: '2027',
    },
    status: [{ purpose: 'revocation', listUrl, index: 7 }],
  });
  credential = await issueCredential({ credential: unsigned, signer, created: validFrom });
  keys = didWebDocument({ did, keys: [signer] });
  const none = createStatusList({ purpose: 'revocation' });
  list = await issueStatusList({ list: none, listUrl, signer, validFrom });
  revoked = await issueStatusList({ list: setStatus(none, 7, true), listUrl, signer, validFrom });
});

const verify = async (document: unknown, at: string, ...more: readonly string[]) =>
  testamur(['credential', 'verify', await temporaryFile('credential.json', document), '--at', at, ...more]);

const withFiles = async (status: object): Promise<readonly string[]> => [
  '--keys',
  await temporaryFile('did.json', keys),
  '--status',
  await temporaryFile('list.json', status),
];

describe('credential verify', () => {
  test('with the keys and the list, every check passes', async () => {
    const { code, out, err } = await verify(credential, '2027-06-01', ...(await withFiles(list)));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.split('\n')).toHaveLength(7);
    expect(out).toContain('Verified, as of 2027-06-01T23:59:59.999Z.');
    const json = await verify(credential, '2027-06-01', ...(await withFiles(list)), '--json');
    expect(JSON.parse(json.out)).toMatchObject({ verified: true, at: '2027-06-01T23:59:59.999Z' });
  });

  test('without them it says what could not be checked, and what would help', async () => {
    const { code, out, err } = await verify(credential, '2027-06-01');
    expect(code).toBe(1);
    expect(out).toContain('Not verified');
    expect(out).toMatch(/could not check +proof/);
    expect(err).toContain('(https://certification.example.org/issuers/example/did.json) with --keys.');
    expect(err).toContain(`fetched from ${listUrl}, with --status.`);
  });

  test('a changed name breaks the signature', async () => {
    const forged = JSON.stringify(credential).replace('Ana Rivera', 'Eve Rivera');
    const { code, out } = await verify(forged, '2027-06-01', ...(await withFiles(list)));
    expect(code).toBe(1);
    expect(out).toMatch(/failed +proof +The signature does not fit/);
  });

  test('it is not verified before its time, after its time, or once it is revoked', async () => {
    expect((await verify(credential, '2026-12-31', ...(await withFiles(list)))).out).toMatch(/failed +dates/);
    expect((await verify(credential, '2030-01-01', ...(await withFiles(list)))).out).toMatch(/failed +dates/);
    const taken = await verify(credential, '2027-06-01', ...(await withFiles(revoked)));
    expect(taken.code).toBe(1);
    expect(taken.out).toMatch(/failed +status/);
  });

  test.each([
    ['', 'There is nothing to read.'],
    ['[]', 'This is JSON but no credential'],
    ['{"a":1,"a":2}', '"a" stands twice in one object'],
  ])('refuses %j', async (text, message) => {
    const { code, err } = await verify(text, '2027-06-01');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('credential inspect', () => {
  test('shows what it says, and that nothing is verified', async () => {
    const file = await temporaryFile('credential.json', credential);
    const { code, out, err } = await testamur(['credential', 'inspect', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Title +Certified Example$/m);
    expect(out).toMatch(/^Holder +Ana Rivera$/m);
    expect(out).toMatch(/^Status index +7$/m);
    expect(err).toContain('Not verified.');
    const json = JSON.parse((await testamur(['credential', 'inspect', file, '--json'])).out);
    expect(json).toMatchObject({ number: 'EX-2048', issuer: 'Example Association', issuerId: did, edition: '2027' });
  });

  test('takes whatever stands in the file', async () => {
    const file = await temporaryFile('credential.json', { type: 3, issuer: 'did:key:z6Mk', proof: [], name: 'Bare' });
    const { code, out } = await testamur(['credential', 'inspect', file, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      types: [],
      title: 'Bare',
      issuerId: 'did:key:z6Mk',
      carrier: 'json',
      kind: 'data-integrity',
    });
  });
});
