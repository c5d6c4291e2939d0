import { expect, it } from 'vitest';
import { edited } from '../../test/edit.ts';
import { input, issueList, issueSample, key, LISTS, listsWith, resolveKey, WITHIN } from '../../test/sample.ts';
import {
  createStatusList,
  generateIssuerKey,
  issueStatusList,
  type StatusLists,
  statusListUrls,
  verifyCredential,
} from '../index.ts';

const signed = await issueSample();

async function statusOf(statusLists: StatusLists, credential: unknown = signed, at = WITHIN) {
  const report = await verifyCredential({ credential, at, statusLists, resolveKey });
  const status = report.checks.at(-1);
  return [status?.result, status?.code, report.verified];
}

it('names the lists to load, and none for what is no credential', () => {
  expect(statusListUrls(signed)).toEqual([LISTS.revocation, LISTS.suspension]);
  expect(
    statusListUrls({
      credentialStatus: [{ type: 'RevocationList2020Status', statusListCredential: 'https://a.example' }],
    }),
  ).toEqual([]);
  expect(statusListUrls('credential')).toEqual([]);
});

it.each([
  [{}, ['passed', 'ok', true]],
  [{ revocation: true }, ['failed', 'revoked', false]],
  [{ suspension: true }, ['failed', 'suspended', false]],
  [{ revocation: true, suspension: true }, ['failed', 'revoked', false]],
] as const)('with %o the status is read off both lists', async (set, expected) => {
  expect(await statusOf(await listsWith(set))).toEqual(expected);
});

it('says that the time of a revocation is not known', async () => {
  const statusLists = await listsWith({ revocation: true });
  const report = await verifyCredential({ credential: signed, at: WITHIN, statusLists, resolveKey });
  expect(report.checks.at(-1)?.detail).toContain('Since when is not known');
  expect(report.checks.filter((check) => check.result !== 'passed').map((check) => check.id)).toEqual(['status']);
});

it('a revocation stands even while the other list cannot be read', async () => {
  const lists = await listsWith({ suspension: true });
  lists.delete(LISTS.revocation);
  expect(await statusOf(lists)).toEqual(['failed', 'suspended', false]);
});

it('revoked outweighs suspended, whichever entry comes first', async () => {
  const status = (input.status ?? []).toReversed();
  const lists = await listsWith({ revocation: true, suspension: true });
  expect(await statusOf(lists, await issueSample({ status }))).toEqual(['failed', 'revoked', false]);
});

it('a credential without a status list passes, and says so', async () => {
  expect(await statusOf(new Map(), await issueSample({ status: [] }))).toEqual(['passed', 'no-status', true]);
});

const forger = await generateIssuerKey();
const open = (code: string) => ['could-not-check', code, false];

it.each([
  ['is not there', undefined, 'status-list-missing'],
  ['is text', 'list', 'status-list-malformed'],
  ['is unsigned', edited(await issueList('revocation', false), ['proof'], () => undefined), 'status-list-untrusted'],
  ['is signed by someone else', await issueList('revocation', false, forger), 'status-list-untrusted'],
  ['is the list of another address', await otherAddress(), 'status-list-untrusted'],
  ['is for another purpose', await otherPurpose(), 'status-list-untrusted'],
  ['is no status list', await issueSample({ status: [], id: LISTS.revocation }), 'status-list-malformed'],
])('a list that %s leaves the status open', async (_, list, code) => {
  const lists = (await listsWith()).set(LISTS.revocation, list);
  expect(await statusOf(lists)).toEqual(open(code));
});

async function otherAddress() {
  const list = createStatusList({ purpose: 'revocation' });
  return issueStatusList({
    list,
    listUrl: 'https://example.org/status/9',
    signer: key,
    validFrom: '2028-01-01T00:00:00Z',
  });
}

async function otherPurpose() {
  const list = createStatusList({ purpose: 'suspension' });
  return issueStatusList({ list, listUrl: LISTS.revocation, signer: key, validFrom: '2028-01-01T00:00:00Z' });
}

it('a list past its end is stale: an old one cannot hide a revocation', async () => {
  expect(await statusOf(await listsWith(), signed, '2029-01-01T00:00:00Z')).toEqual(open('status-list-stale'));
});

it('an entry beyond the end of its list has no status', async () => {
  const status = [{ purpose: 'revocation', listUrl: LISTS.revocation, index: 131_072 }] as const;
  expect(await statusOf(await listsWith(), await issueSample({ status }))).toEqual(open('status-out-of-range'));
});

it('a list that is too short, or has no time, is not signed', async () => {
  const short = { purpose: 'revocation', statusSize: 1, bits: new Uint8Array(8) } as const;
  const list = createStatusList({ purpose: 'revocation' });
  const options = { listUrl: LISTS.revocation, signer: key, validFrom: '2028-01-01T00:00:00Z' };
  await expect(issueStatusList({ ...options, list: short })).rejects.toThrow(/131072/);
  await expect(issueStatusList({ ...options, list, validFrom: 'now' })).rejects.toThrow(/validFrom/);
});
