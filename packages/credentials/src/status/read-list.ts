import type { Work } from '../data-integrity/budget.ts';
import type { Canonize } from '../data-integrity/canonize.ts';
import { hasType, idOf, isObject, listOf, screenDocument } from '../json.ts';
import { type Check, type CheckCode, unchecked } from '../report.ts';
import type { ResolveKey } from '../resolve.ts';
import { checkSigned } from '../signed.ts';
import type { StatusReference } from './entry.ts';
import { expandStatusList, type StatusList } from './list.ts';

/** Status list credentials by their addresses, as they were read there; nothing in them is trusted. */
export type StatusLists = ReadonlyMap<string, unknown>;

/** For whom and when a status is asked. */
export interface Inquiry {
  readonly issuer: string | undefined;
  readonly at: Date;
  readonly statusLists: StatusLists;
  readonly resolveKey: ResolveKey | undefined;
  /** A faster way to the canonical form of the lists. */
  readonly canonize?: Canonize | undefined;
  /** Work that the lists of one answer may cause together. */
  readonly budget: Work;
}

/** A list that can be relied on, or the check that says why there is none. */
export type ReadList = { ok: true; list: StatusList } | { ok: false; check: Check };

function stop(code: CheckCode, detail: string): { ok: false; check: Check } {
  return { ok: false, check: unchecked('status', code, detail) };
}

function expand(document: Parameters<typeof hasType>[0], reference: StatusReference): ReadList {
  const { listUrl, purpose, statusSize = 1 } = reference;
  const [subject, ...more] = listOf(document.credentialSubject);
  if (
    !isObject(subject) ||
    more.length > 0 ||
    !hasType(document, 'BitstringStatusListCredential') ||
    !hasType(subject, 'BitstringStatusList')
  ) {
    return stop('status-list-malformed', `The document at ${listUrl} is no status list.`);
  }
  if (!listOf(subject.statusPurpose).includes(purpose)) {
    return stop('status-list-untrusted', `The status list ${listUrl} is not one for ${purpose}.`);
  }
  const { encodedList, ttl } = subject;
  if (ttl !== undefined && !(typeof ttl === 'number' && Number.isInteger(ttl) && ttl > 0)) {
    return stop('status-list-malformed', `The ttl of the status list ${listUrl} is no positive integer.`);
  }
  const expanded = typeof encodedList === 'string' ? expandStatusList(purpose, encodedList, statusSize) : undefined;
  if (expanded?.ok) {
    return expanded;
  }
  return expanded?.reason === 'too-short'
    ? stop('status-list-too-short', `The status list ${listUrl} has fewer than 131,072 entries of ${statusSize} bit.`)
    : stop('status-list-malformed', `The entries of the status list ${listUrl} cannot be unpacked.`);
}

async function readAnew(reference: StatusReference, inquiry: Inquiry): Promise<ReadList> {
  const { listUrl } = reference;
  const served = inquiry.statusLists.get(listUrl);
  if (served === undefined) {
    return stop('status-list-missing', `The status list ${listUrl} could not be read, so the status is not known.`);
  }
  const screened = screenDocument(served);
  if (!screened.ok) {
    return stop('status-list-malformed', `The status list ${listUrl} cannot be read: ${screened.problem}.`);
  }
  const { document } = screened;
  const { at, resolveKey, canonize, budget } = inquiry;
  const bad = (await checkSigned(document, at, resolveKey, { canonize, budget })).find(
    (one) => one.result !== 'passed',
  );
  if (bad !== undefined) {
    const stale = bad.id === 'dates' && bad.code === 'expired';
    return stop(
      stale ? 'status-list-stale' : 'status-list-untrusted',
      `The status list ${listUrl} cannot be relied on. ${bad.detail}`,
    );
  }
  if (idOf(document.issuer) !== inquiry.issuer || document.id !== listUrl) {
    return stop(
      'status-list-untrusted',
      `The list served at ${listUrl} is not the one of this issuer for that address.`,
    );
  }
  return expand(document, reference);
}

/** Lists that were read for one answer, by the work that it may cause: the credentials of a holder share their lists. */
const readBefore = new WeakMap<Work, Map<string, Promise<ReadList>>>();

/**
 * The list of a reference, once it is known to be the issuer's own, for that address and purpose, and in force.
 *
 * @see Bitstring Status List 1.0, 3.2 (validate algorithm), steps 3 to 9.
 */
export function readList(reference: StatusReference, inquiry: Inquiry): Promise<ReadList> {
  const { listUrl, purpose, statusSize } = reference;
  const known = readBefore.get(inquiry.budget) ?? new Map<string, Promise<ReadList>>();
  const name = JSON.stringify([inquiry.issuer, listUrl, purpose, statusSize]);
  const read = known.get(name) ?? readAnew(reference, inquiry);
  readBefore.set(inquiry.budget, known.set(name, read));
  return read;
}
