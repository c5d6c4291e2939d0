import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { edited } from '../../test/edit.ts';
import { issueSample, key, LISTS, resolveKey, WITHIN } from '../../test/sample.ts';
import {
  buildStatusListCredential,
  createStatusList,
  issueCredential,
  issueStatusList,
  type JsonObject,
  setStatus,
  statusErrorType,
  statusListTtl,
  verifyCredential,
} from '../index.ts';
import { type StatusReference, statusEntry } from './entry.ts';

const listUrl = LISTS.revocation;
const YEAR = { validFrom: '2028-01-01T00:00:00Z', validUntil: '2028-12-31T00:00:00Z' };
const messages = ['in force', 'under review', 'limited', 'unused'].map((message, value) => ({
  status: `0x${value}`,
  message,
}));
const wide: StatusReference = {
  purpose: 'message',
  listUrl,
  index: 5,
  statusSize: 2,
  messages,
  reference: 'https://example.org/states',
};

const listOf = (purpose: StatusReference['purpose'], value: number, statusSize = 1) =>
  issueStatusList({
    list: setStatus(createStatusList({ purpose, statusSize }), 5, value),
    listUrl,
    signer: key,
    ...YEAR,
  });

async function statusOf(credential: unknown, list: unknown) {
  const statusLists = new Map([[listUrl, list]]);
  const { checks } = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
  const { result, code, detail } = checks.at(-1) ?? {};
  return { result, code, detail };
}

/** A credential whose status entry is written by hand. */
const withEntry = async (changes: JsonObject): Promise<object> => {
  const plain = await issueSample({ status: [] });
  const { proof: _, ...unsigned } = plain;
  const entry = { ...statusEntry({ purpose: 'revocation', listUrl, index: 5 }), ...changes };
  return { ...plain, ...unsigned, credentialStatus: entry };
};

describe('a status that only informs', () => {
  it('tells the value, what it means and where more is said, and decides nothing', async () => {
    const credential = await issueSample({ status: [wide] });
    expect(await statusOf(credential, await listOf('message', 2, 2))).toEqual({
      result: 'passed',
      code: 'ok',
      detail: 'Its list for messages says 0x2 ("limited"). More about it: https://example.org/states.',
    });
    expect(await statusOf(credential, undefined)).toMatchObject({ result: 'passed', code: 'ok' });
  });

  it('tells of a newer credential', async () => {
    const credential = await issueSample({ status: [{ purpose: 'refresh', listUrl, index: 5 }] });
    expect((await statusOf(credential, await listOf('refresh', 1))).detail).toMatch(/has a newer credential/);
    expect((await statusOf(credential, await listOf('refresh', 0))).detail).toMatch(/No newer credential/);
  });

  it('does not hide a revocation beside it', async () => {
    const status = [wide, { purpose: 'revocation', listUrl: LISTS.suspension, index: 5 }] as const;
    const credential = await issueSample({ status });
    const revoked = await issueStatusList({
      list: setStatus(createStatusList({ purpose: 'revocation' }), 5, true),
      listUrl: LISTS.suspension,
      signer: key,
      ...YEAR,
    });
    const statusLists = new Map([
      [listUrl, await listOf('message', 1, 2)],
      [LISTS.suspension, revoked],
    ]);
    const { checks } = await verifyCredential({ credential, at: WITHIN, statusLists, resolveKey });
    expect(checks.at(-1)).toMatchObject({ result: 'failed', code: 'revoked' });
  });
});

describe('BitstringStatusListEntry (2.1)', () => {
  it.each([
    ['an index that is true', { statusListIndex: true }],
    ['an index that is a number', { statusListIndex: 5 }],
    ['a negative index', { statusListIndex: '-1' }],
    ['an index with a sign, a zero before it or another base', { statusListIndex: '0x5' }],
    ['the id of the list itself', { id: listUrl }],
    ['an address that is none', { statusListCredential: 'list' }],
    ['a purpose that is no text', { statusPurpose: ['revocation'] }],
    ['a size of zero', { statusSize: 0 }],
    ['a size that is text', { statusSize: '1' }],
    ['more than one bit without messages', { statusSize: 2 }],
    ['fewer messages than values', { statusSize: 2, statusMessage: messages.slice(1) }],
    ['a message without its value', { statusMessage: [{ message: 'unset' }, { status: '0x1', message: 'set' }] }],
    ['two messages for one value', { statusMessage: [messages[0] ?? '', messages[0] ?? ''] }],
    ['a reference that is no address', { statusReference: 'states' }],
  ])('with %s is malformed', async (_, changes) => {
    expect(await statusOf(await withEntry(changes), await listOf('revocation', 0))).toMatchObject({
      result: 'failed',
      code: 'malformed',
    });
  });

  it.each([
    ['another purpose', { statusPurpose: 'applause' }],
    ['another type', { type: 'RevocationList2020Status' }],
    ['entries wider than eight bits', { statusSize: 9 }],
  ])('with %s leaves the status open', async (_, changes) => {
    expect(await statusOf(await withEntry(changes), await listOf('revocation', 0))).toMatchObject({
      result: 'could-not-check',
      code: 'status-unsupported',
    });
  });

  it('as it is written satisfies the statements of the conformance suite, and so does the list', async () => {
    const entry = statusEntry({ purpose: 'revocation', listUrl, index: 5 });
    expect(entry).toEqual({
      id: `${listUrl}#5`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '5',
      statusListCredential: listUrl,
    });
    const list = await listOf('revocation', 0);
    expect(list).toMatchObject({
      id: entry.statusListCredential,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      credentialSubject: {
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: expect.stringMatching(/^u[A-Za-z0-9_-]+$/),
      },
    });
    const several = statusEntry(wide);
    expect(several.statusSize).toBe(2);
    expect(several.statusMessage).toHaveLength(4);
  });

  it.each([
    { ...wide, index: -1 },
    { ...wide, messages: messages.slice(1) },
    { purpose: 'message', listUrl, index: 5, statusSize: 2 } as const,
    { ...wide, reference: ['states'] },
    { ...wide, listUrl: 'list' },
  ])('is not written from what is not well-formed (%#)', (reference) => {
    expect(() => statusEntry(reference)).toThrow(RangeError);
  });
});

describe('BitstringStatusListCredential (2.2)', () => {
  const subject = (changes: JsonObject) => {
    const list = createStatusList({ purpose: 'revocation' });
    const credential = buildStatusListCredential({ list, listUrl, issuer: key.controller, ...YEAR });
    const said = credential.credentialSubject;
    const credentialSubject = { ...(typeof said === 'object' && !Array.isArray(said) ? said : {}), ...changes };
    return issueCredential({ credential: { ...credential, credentialSubject }, signer: key });
  };
  const packed = (bytes: number) => gzipSync(Buffer.alloc(bytes)).toString('base64url');

  it('may serve several purposes, and says how long a copy is good', async () => {
    const credential = await issueSample({ status: [{ purpose: 'revocation', listUrl, index: 5 }] });
    const list = await subject({ statusPurpose: ['suspension', 'revocation'], ttl: 60_000 });
    expect(await statusOf(credential, list)).toMatchObject({ result: 'passed', code: 'ok' });
    expect([list, await subject({}), 'list'].map(statusListTtl)).toEqual([60_000, undefined, undefined]);
  });

  it.each([
    ['STATUS_LIST_LENGTH_ERROR', { encodedList: `u${packed(16_383)}` }],
    ['STATUS_VERIFICATION_ERROR', { statusPurpose: 'suspension' }],
    ['STATUS_VERIFICATION_ERROR', { encodedList: packed(16_384) }],
    ['STATUS_VERIFICATION_ERROR', { encodedList: `u${packed(64 * 1024 * 1024)}` }],
    ['STATUS_VERIFICATION_ERROR', { ttl: -5 }],
    ['STATUS_VERIFICATION_ERROR', { type: 'BitstringStatusListEntry' }],
  ])('raises %s (%#)', async (name, changes) => {
    const credential = await issueSample({ status: [{ purpose: 'revocation', listUrl, index: 5 }] });
    const list = await subject(changes).catch(() => edited({}, ['id'], () => listUrl));
    const { result, code } = await statusOf(credential, list);
    expect(result).toBe('could-not-check');
    expect(code && statusErrorType(code)).toBe(`https://www.w3.org/ns/credentials/status-list#${name}`);
  });

  it('that cannot be retrieved raises STATUS_RETRIEVAL_ERROR', async () => {
    const credential = await issueSample({ status: [{ purpose: 'revocation', listUrl, index: 5 }] });
    const { code } = await statusOf(credential, undefined);
    expect(code && statusErrorType(code)).toMatch(/#STATUS_RETRIEVAL_ERROR$/);
    expect(statusErrorType('revoked')).toBeUndefined();
  });
});
