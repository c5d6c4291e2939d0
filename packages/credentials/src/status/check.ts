import { createBudget, type Work } from '../data-integrity/budget.ts';
import type { Canonize } from '../data-integrity/canonize.ts';
import { hasType, idOf, isObject, type Json, type JsonObject, listOf, screenDocument } from '../json.ts';
import { type Check, failed, passed, unchecked } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import { readEntry, type StatusReference } from './entry.ts';
import { entriesOf, readStatus } from './list.ts';
import { type Inquiry, readList, type StatusLists } from './read-list.ts';

export type { StatusLists } from './read-list.ts';

const MAXIMUM_ENTRIES_NAMED = 8;

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
    .filter((entry) => hasType(entry, 'BitstringStatusListEntry'))
    .map((entry) => entry.statusListCredential)
    .filter((url) => typeof url === 'string');
  return [...new Set(urls)].slice(0, MAXIMUM_ENTRIES_NAMED);
}

/** Lists that only inform leave the status as it is, whatever they say. */
const informs = ({ purpose }: StatusReference): boolean => purpose === 'refresh' || purpose === 'message';

function information(reference: StatusReference, value: number): string {
  if (reference.purpose === 'refresh') {
    return value === 0 ? 'No newer credential is announced.' : 'The issuer has a newer credential for its holder.';
  }
  const status = `0x${value.toString(16)}`;
  const message = reference.messages?.find((one) => Number(one.status) === value)?.message;
  const more = [reference.reference ?? []].flat();
  return (
    `Its list for messages says ${status}${message === undefined ? '' : ` ("${message.slice(0, 200)}")`}.` +
    (more.length === 0 ? '' : ` More about it: ${more.slice(0, 3).join(', ')}.`)
  );
}

function verdict(reference: StatusReference, value: number): Check {
  if (informs(reference)) {
    return passed('status', information(reference, value));
  }
  if (value === 0) {
    return passed('status', `No ${reference.purpose} is recorded.`);
  }
  return reference.purpose === 'revocation'
    ? failed('status', 'revoked', 'The issuer has revoked it. Since when is not known: the list does not say.')
    : failed('status', 'suspended', 'The issuer has suspended it. Since when is not known: the list does not say.');
}

async function checkEntry(entry: Json, inquiry: Inquiry): Promise<Check> {
  const read = readEntry(entry);
  if (!read.ok) {
    return read.unsupported
      ? unchecked('status', 'status-unsupported', `Its status cannot be read here: ${read.problem}.`)
      : failed('status', 'malformed', `The reference to its status list is not well-formed: ${read.problem}.`);
  }
  const { reference } = read;
  const found = await readList(reference, inquiry);
  if (!found.ok) {
    const { purpose } = reference;
    return informs(reference)
      ? passed('status', `Its list for ${purpose} could not be read; it says nothing about validity.`)
      : found.check;
  }
  return reference.index < entriesOf(found.list)
    ? verdict(reference, readStatus(found.list, reference.index))
    : unchecked('status', 'status-out-of-range', `The status list has no entry ${reference.index}.`);
}

function summary(entries: readonly Json[], checks: readonly Check[]): string {
  const told = checks.filter((_, index) => {
    const read = readEntry(entries[index] ?? {});
    return read.ok && informs(read.reference);
  });
  const decided = told.length < checks.length ? ['It is neither revoked nor suspended.'] : [];
  return [...decided, ...told.map(({ detail }) => detail)].join(' ');
}

/**
 * Reads the status of a screened credential off its lists. One entry that is set decides; an entry without an
 * answer leaves the question open. Lists for messages and for refreshing are told of and decide nothing.
 *
 * @param budget work that the lists may cause; one for all credentials of an answer, which then read a list once.
 * @see Bitstring Status List 1.0, 3.2 (validate algorithm).
 */
export async function checkStatus(
  document: JsonObject,
  at: Date,
  statusLists: StatusLists,
  resolveKey: ResolveKey | undefined,
  canonize?: Canonize,
  budget: Work = createBudget().lists,
): Promise<Check> {
  const entries = listOf(document.credentialStatus);
  if (entries.length === 0) {
    return passed('status', 'It names no status list: the issuer cannot revoke or suspend it.', 'no-status');
  }
  if (entries.length > MAXIMUM_ENTRIES_NAMED) {
    return failed('status', 'malformed', `It names more than ${MAXIMUM_ENTRIES_NAMED} status lists.`);
  }
  const inquiry = { issuer: idOf(document.issuer), at, statusLists, resolveKey, canonize, budget };
  const checks: Check[] = [];
  for (const entry of entries) {
    checks.push(await checkEntry(entry, inquiry));
  }
  return (
    checks.find((check) => check.code === 'revoked') ??
    checks.find((check) => check.result === 'failed') ??
    checks.find((check) => check.result === 'could-not-check') ??
    passed('status', summary(entries, checks))
  );
}
