import {
  buildStatusListCredential,
  createStatusList,
  issueCredential,
  type Signer,
  type StatusList,
  setStatuses,
} from '@testamur/credentials';
import { hourMs, minuteMs } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type IssuerConfig, issuerDid, openIssuerKey } from '../../issuers/index.ts';
import { type StatusConfig, type StatusListRow, statusListUrl } from './lists.ts';

/** Clocks of verifiers may run a little behind. */
export const backdatedMs = 5 * minuteMs;
/** How long a verifier may go on with a copy: as long as a cache may. */
const ttlMilliseconds = minuteMs;

export interface Address {
  readonly did: string;
  readonly url: string;
}

/** A list as it stood at one revision, ready to be signed: outside of a transaction, where the key may be remote. */
export interface ListPlan {
  readonly listId: string;
  readonly revision: number;
  readonly url: string;
  readonly list: StatusList;
  readonly signer: Signer;
  readonly signedAt: Date;
  readonly validUntil: Date;
  /** Until half of its time is over. */
  readonly freshUntil: Date;
}

export const addressOf = ({ PUBLIC_URL }: IssuerConfig, { organization }: Scope, listId: string): Address => ({
  did: issuerDid(PUBLIC_URL, organization.slug),
  url: statusListUrl(PUBLIC_URL, organization.slug, listId),
});

const setEntriesOf = async ({ trx, organization }: Scope, listId: string): Promise<readonly number[]> => {
  const rows = await trx
    .selectFrom('status_entry')
    .select('index')
    .where('organization_id', '=', organization.id)
    .where('list_id', '=', listId)
    .where((where) => where.or([where('raised', '=', true), where('withdrawn_by', 'is not', null)]))
    .execute();
  return rows.map(({ index }) => index);
};

/** Reads what is to be signed for an address, which may be a former one of the installation. */
export const planList = async (
  scope: Scope,
  config: StatusConfig,
  { id, length, revision }: Pick<StatusListRow, 'id' | 'length' | 'revision'>,
  { did, url }: Address,
): Promise<ListPlan> => {
  const validMs = config.STATUS_LIST_HOURS * hourMs;
  const empty = createStatusList({ purpose: 'revocation', entries: length });
  return {
    listId: id,
    revision,
    url,
    list: setStatuses(empty, await setEntriesOf(scope, id), true),
    signer: await openIssuerKey(scope, config, did),
    signedAt: scope.now,
    validUntil: new Date(scope.now.getTime() + validMs),
    freshUntil: new Date(scope.now.getTime() + validMs / 2),
  };
};

export const signPlan = async ({ list, url, signer, signedAt, validUntil }: ListPlan): Promise<object> =>
  issueCredential({
    credential: buildStatusListCredential({
      list,
      listUrl: url,
      issuer: signer.controller,
      validFrom: new Date(signedAt.getTime() - backdatedMs).toISOString(),
      validUntil: validUntil.toISOString(),
      ttlMilliseconds,
    }),
    signer,
    created: signedAt,
  });

/** Keeps what was signed, unless somebody has kept a later state of the list meanwhile. */
export const keepSigned = async (
  { trx, organization }: Scope,
  { listId, revision, freshUntil, validUntil }: ListPlan,
  document: object,
): Promise<boolean> => {
  const kept = await trx
    .updateTable('status_list')
    .set({
      document: JSON.stringify(document),
      signed_revision: revision,
      fresh_until: freshUntil,
      valid_until: validUntil,
    })
    .where('organization_id', '=', organization.id)
    .where('id', '=', listId)
    .where((where) => where.or([where('signed_revision', 'is', null), where('signed_revision', '<=', revision)]))
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
};
