import { hasType, idOf, isObject, type Json, type JsonObject, listOf, screenDocument } from '../json.ts';
import { type Check, failed, passed, unchecked } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import { checkSigned } from '../signed.ts';
import { decodeStatusList, entriesOf, getStatus, type StatusList, type StatusPurpose } from './list.ts';

/** Status list credentials by their addresses, as they were read there; nothing in them is trusted. */
export type StatusLists = ReadonlyMap<string, unknown>;

/** Purposes that say something about validity, and those that only inform (BitstringStatusListEntry, statusPurpose). */
const BINDING: ReadonlySet<Json | undefined> = new Set(['revocation', 'suspension']);
const INFORMING: ReadonlySet<Json | undefined> = new Set(['refresh', 'message']);

interface Question {
  readonly issuer: string | undefined;
  readonly at: Date;
  readonly statusLists: StatusLists;
  readonly resolveKey: ResolveKey | undefined;
}

type ReadList = { ok: true; list: StatusList } | { ok: false; check: Check };

/**
 * The addresses of the status lists that a credential names, to be loaded before `verifyCredential`.
 *
 * @param credential anything; never throws. The addresses come from the credential, so they are not trusted.
 */
export function statusListUrls(credential: unknown): readonly string[] {
  const screened = screenDocument(credential);
  if (!screened.ok) {
    return [];
  }
  const urls = listOf(screened.document.credentialStatus)
    .filter(isObject)
    .filter((entry) => hasType(entry, 'BitstringStatusListEntry') && BINDING.has(entry.statusPurpose))
    .map((entry) => entry.statusListCredential)
    .filter((url) => typeof url === 'string');
  return [...new Set(urls)];
}

function stop(code: Parameters<typeof unchecked>[1], detail: string): { ok: false; check: Check } {
  return { ok: false, check: unchecked('status', code, detail) };
}

async function readList(url: string, purpose: StatusPurpose, question: Question): Promise<ReadList> {
  const served = question.statusLists.get(url);
  if (served === undefined) {
    return stop('status-list-missing', `The status list ${url} could not be read, so the status is not known.`);
  }
  const screened = screenDocument(served);
  if (!screened.ok) {
    return stop('status-list-malformed', `The status list ${url} cannot be read: ${screened.problem}.`);
  }
  const { document } = screened;
  const bad = (await checkSigned(document, question.at, question.resolveKey)).find((one) => one.result !== 'passed');
  if (bad !== undefined) {
    const stale = bad.id === 'dates' && bad.code === 'expired';
    return stop(
      stale ? 'status-list-stale' : 'status-list-untrusted',
      `The status list ${url} cannot be relied on. ${bad.detail}`,
    );
  }
  if (idOf(document.issuer) !== question.issuer || document.id !== url) {
    return stop('status-list-untrusted', `The list served at ${url} is not the one of this issuer for that address.`);
  }
  const [subject, ...more] = listOf(document.credentialSubject);
  const encoded = isObject(subject) ? subject.encodedList : undefined;
  const list =
    isObject(subject) &&
    more.length === 0 &&
    hasType(document, 'BitstringStatusListCredential') &&
    hasType(subject, 'BitstringStatusList') &&
    listOf(subject.statusPurpose).includes(purpose) &&
    typeof encoded === 'string'
      ? decodeStatusList(purpose, encoded)
      : undefined;
  return list === undefined
    ? stop('status-list-malformed', `The document at ${url} is no list for ${purpose} of 131,072 entries or more.`)
    : { ok: true, list };
}

function verdict(purpose: StatusPurpose, set: boolean): Check {
  if (!set) {
    return passed('status', `No ${purpose} is recorded.`);
  }
  return purpose === 'revocation'
    ? failed('status', 'revoked', 'The issuer has revoked it. Since when is not known: the list does not say.')
    : failed('status', 'suspended', 'The issuer has suspended it. Since when is not known: the list does not say.');
}

async function checkEntry(entry: Json, question: Question): Promise<Check> {
  if (!isObject(entry) || !hasType(entry, 'BitstringStatusListEntry')) {
    return unchecked('status', 'status-unsupported', 'Its status is kept in a way that cannot be read here.');
  }
  const { statusPurpose, statusListIndex, statusListCredential, statusSize } = entry;
  if (INFORMING.has(statusPurpose)) {
    return passed('status', `Its list for ${statusPurpose} says nothing about validity.`);
  }
  if ((statusPurpose !== 'revocation' && statusPurpose !== 'suspension') || (statusSize ?? 1) !== 1) {
    return unchecked('status', 'status-unsupported', 'Its status list has a purpose or size that is not known here.');
  }
  if (
    typeof statusListIndex !== 'string' ||
    !/^(0|[1-9]\d{0,8})$/.test(statusListIndex) ||
    typeof statusListCredential !== 'string'
  ) {
    return failed('status', 'malformed', 'The reference to its status list is not well-formed.');
  }
  const read = await readList(statusListCredential, statusPurpose, question);
  if (!read.ok) {
    return read.check;
  }
  const index = Number(statusListIndex);
  return index < entriesOf(read.list)
    ? verdict(statusPurpose, getStatus(read.list, index))
    : unchecked('status', 'status-list-malformed', `The status list has no entry ${index}.`);
}

/**
 * Reads the status of a screened credential off its lists. One entry that is set decides; an entry without an
 * answer leaves the question open.
 *
 * @see Bitstring Status List 1.0, validate algorithm.
 */
export async function checkStatus(
  document: JsonObject,
  at: Date,
  statusLists: StatusLists,
  resolveKey: ResolveKey | undefined,
): Promise<Check> {
  const entries = listOf(document.credentialStatus);
  if (entries.length === 0) {
    return passed('status', 'It names no status list: the issuer cannot revoke or suspend it.', 'no-status');
  }
  if (entries.length > 8) {
    return failed('status', 'malformed', 'It names more than 8 status lists.');
  }
  const question = { issuer: idOf(document.issuer), at, statusLists, resolveKey };
  const checks: Check[] = [];
  for (const entry of entries) {
    checks.push(await checkEntry(entry, question));
  }
  return (
    checks.find((check) => check.code === 'revoked') ??
    checks.find((check) => check.result === 'failed') ??
    checks.find((check) => check.result === 'could-not-check') ??
    passed('status', 'It is neither revoked nor suspended.')
  );
}
