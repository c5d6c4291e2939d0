import { randomInt } from 'node:crypto';
import { createStatusList, issueStatusList, MINIMUM_ENTRIES, setStatus } from '@testamur/credentials';
import { hourMs, minuteMs, newId, Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type IssuerConfig, isIssuerOf, issuerDid, issuerUrl, openIssuerKey } from '../issuers/index.ts';

/** Signed again after half of its time, so that whoever fetches one can rely on it for a while. */
const validMs = hourMs;
const freshMs = 30 * minuteMs;
/** Clocks of verifiers may run a little behind. */
const backdatedMs = 5 * minuteMs;

export const statusListUrl = (publicUrl: string, slug: string, listId: string): string =>
  `${issuerUrl(publicUrl, slug)}/status/${listId}`;

const lists = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('status_list')
    .select(['id', 'length', 'document', 'fresh_until'])
    .where('organization_id', '=', organization.id);

/** The organization's one list, made when first needed. */
export const ensureStatusList = async (scope: Scope): Promise<string> => {
  const { trx, organization, now } = scope;
  const find = () => lists(scope).where('purpose', '=', 'revocation').executeTakeFirst();
  const known = await find();
  if (known) return known.id;
  await trx
    .insertInto('status_list')
    .values({
      organization_id: organization.id,
      id: newId(),
      purpose: 'revocation',
      length: MINIMUM_ENTRIES,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'purpose']).doNothing())
    .execute();
  const made = await find();
  if (!made) throw new Error(`The status list of ${organization.slug} was made and cannot be read.`);
  return made.id;
};

const tries = 200;

/** An entry at random, so that an index tells nothing about when or to whom; the primary key decides who has it. */
export const allocateEntry = async (scope: Scope, listId: string, credentialId: string): Promise<number> => {
  for (let done = 0; done < tries; done += 1) {
    const index = randomInt(MINIMUM_ENTRIES);
    const inserted = await scope.trx
      .insertInto('status_entry')
      .values({ organization_id: scope.organization.id, list_id: listId, index, credential_id: credentialId })
      .onConflict((conflict) => conflict.columns(['organization_id', 'list_id', 'index']).doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return index;
  }
  throw new Error(`No free entry of the status list ${listId} was drawn in ${tries} tries: it is all but full.`);
};

/**
 * Raises or lowers the entries of credentials. The lists are locked first and forget their signed form, so that the
 * next reader signs one that holds every change.
 */
export const moveEntries = async (scope: Scope, credentialIds: readonly string[], raised: boolean): Promise<void> => {
  const { trx, organization } = scope;
  await lists(scope).forNoKeyUpdate().execute();
  await trx
    .updateTable('status_entry')
    .set({ raised })
    .where('organization_id', '=', organization.id)
    .where('credential_id', 'in', credentialIds)
    .execute();
  await trx
    .updateTable('status_list')
    .set({ document: null, fresh_until: null })
    .where('organization_id', '=', organization.id)
    .execute();
};

interface Address {
  readonly did: string;
  readonly url: string;
}

/** Signs the list as it stands now, for the address that a credential names. */
export const signStatusList = async (
  scope: Scope,
  config: IssuerConfig,
  listId: string,
  { did, url }: Address,
): Promise<object> => {
  const { trx, organization, now } = scope;
  const raised = await trx
    .selectFrom('status_entry')
    .select('index')
    .where('organization_id', '=', organization.id)
    .where('list_id', '=', listId)
    .where('raised', '=', true)
    .execute();
  const list = createStatusList({ purpose: 'revocation' });
  return issueStatusList({
    list: raised.reduce((before, { index }) => setStatus(before, index, true), list),
    listUrl: url,
    signer: await openIssuerKey(scope, config, did),
    validFrom: new Date(now.getTime() - backdatedMs).toISOString(),
    validUntil: new Date(now.getTime() + validMs).toISOString(),
    created: now,
  });
};

const noSuchList = () =>
  new Problem('not-found', 'credentialing.no-such-list', 'There is no such status list of this issuer.');

/** The signed list, from memory of the database while it is fresh. */
export const readStatusList = async (scope: Scope, config: IssuerConfig, listId: string): Promise<object> => {
  const { trx, organization, now } = scope;
  const kept = await lists(scope).where('id', '=', listId).executeTakeFirst();
  if (!kept) throw noSuchList();
  const fresh = freshDocument(kept, now);
  if (fresh) return fresh;
  const locked = await lists(scope).where('id', '=', listId).forNoKeyUpdate().executeTakeFirst();
  const written = locked && freshDocument(locked, now);
  if (written) return written;
  const url = statusListUrl(config.PUBLIC_URL, organization.slug, listId);
  const document = await signStatusList(scope, config, listId, {
    did: issuerDid(config.PUBLIC_URL, organization.slug),
    url,
  });
  await trx
    .updateTable('status_list')
    .set({ document: JSON.stringify(document), fresh_until: new Date(now.getTime() + freshMs) })
    .where('organization_id', '=', organization.id)
    .where('id', '=', listId)
    .execute();
  return document;
};

/**
 * The list that a credential names, as this installation would serve it. One that was signed under a former address of
 * the installation is signed for that address, so that what was issued there can still be checked here.
 *
 * @returns undefined when the address names no list of this organization.
 */
export const readStatusListAt = async (
  scope: Scope,
  config: IssuerConfig,
  { did, url }: Address,
): Promise<object | undefined> => {
  const listId = /\/status\/([0-9a-f-]{36})$/.exec(url)?.[1];
  const known = listId && (await lists(scope).where('id', '=', listId).executeTakeFirst());
  if (!known || !isIssuerOf(did, scope.organization.slug)) return undefined;
  return url === statusListUrl(config.PUBLIC_URL, scope.organization.slug, known.id)
    ? readStatusList(scope, config, known.id)
    : signStatusList(scope, config, known.id, { did, url });
};

/** Neither stale nor from ahead of the clock, which may have been set back. */
const freshDocument = (
  { document, fresh_until: until }: { document: unknown; fresh_until: Date | null },
  now: Date,
): object | undefined => {
  if (typeof document !== 'object' || document === null || until === null) return undefined;
  const signedAt = until.getTime() - freshMs;
  return until > now && signedAt - backdatedMs <= now.getTime() ? document : undefined;
};
