import { didWebOf } from '@testamur/credentials';
import { minuteMs, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { isIssuerOf } from '../../issuers/index.ts';
import { listsOf, type StatusConfig, type StatusListRow, statusListUrl } from './lists.ts';
import { type Address, addressOf, backdatedMs, keepSigned, planList, signPlan } from './sign.ts';

/** So long a change may wait for the job that signs it; after that, readers see to it. */
const patienceMs = minuteMs / 2;

const noSuchList = () =>
  new Problem('not-found', 'credentialing.no-such-list', 'There is no such status list of this issuer.');

const documentOf = ({ document }: Pick<StatusListRow, 'document'>): object | undefined =>
  typeof document === 'object' && document !== null ? document : undefined;

/** Neither stale nor from ahead of the clock, which may have been set back; with every change, or one that is new. */
export const isServable = (row: StatusListRow, now: Date, validMs: number): boolean => {
  const { fresh_until: until, revision, signed_revision: signed, changed_at: changed } = row;
  if (documentOf(row) === undefined || until === null) return false;
  const signedAt = until.getTime() - validMs / 2;
  if (until <= now || signedAt - backdatedMs > now.getTime()) return false;
  return signed === revision || (changed !== null && now.getTime() - changed.getTime() < patienceMs);
};

/** Signs in the reader's transaction: only where the job that should have done it did not. */
const signForReader = async (
  scope: Scope,
  config: StatusConfig,
  row: StatusListRow,
  address: Address,
): Promise<object> => {
  const plan = await planList(scope, config, row, address);
  const document = await signPlan(plan);
  if (address.url === addressOf(config, scope, row.id).url) await keepSigned(scope, plan, document);
  return document;
};

/** The signed list. As long as it is valid, the last one that was signed is served where no new one can be had. */
export const readStatusList = async (scope: Scope, config: StatusConfig, listId: string): Promise<object> => {
  const { now } = scope;
  const find = () => listsOf(scope).where('id', '=', listId);
  const validMs = config.STATUS_LIST_HOURS * 60 * minuteMs;
  const row = await find().executeTakeFirst();
  if (!row) throw noSuchList();
  const kept = documentOf(row);
  if (kept && isServable(row, now, validMs)) return kept;
  const locked = (await find().forNoKeyUpdate().executeTakeFirst()) ?? row;
  const written = documentOf(locked);
  if (written && isServable(locked, now, validMs)) return written;
  try {
    return await signForReader(scope, config, locked, addressOf(config, scope, listId));
  } catch (error) {
    if (written && locked.fresh_until !== null && locked.valid_until !== null && locked.valid_until > now) {
      return written;
    }
    throw error;
  }
};

const listAddress = /^(https?:\/\/.+)\/status\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A list lies below its issuer: at an address that anybody may write, nothing is signed. */
const listIdOf = ({ did, url }: Address): string | undefined => {
  const [, issuer = '', listId] = listAddress.exec(url) ?? [];
  try {
    return didWebOf(issuer) === did ? listId : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The list that a credential names, as this installation would serve it. One that was signed under a former address of
 * the installation is signed for that address, so that what was issued there can still be checked here.
 *
 * @returns undefined when the address names no list of this organization.
 */
export const readStatusListAt = async (
  scope: Scope,
  config: StatusConfig,
  { did, url }: Address,
): Promise<object | undefined> => {
  const listId = isIssuerOf(did, scope.organization.slug) ? listIdOf({ did, url }) : undefined;
  const known = listId && (await listsOf(scope).where('id', '=', listId).executeTakeFirst());
  if (!known) return undefined;
  return url === statusListUrl(config.PUBLIC_URL, scope.organization.slug, known.id)
    ? readStatusList(scope, config, known.id)
    : signForReader(scope, config, known, { did, url });
};
