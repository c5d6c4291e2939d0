import type { Scope } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';

export const reissueTask = 'credentialing.reissue-chunk';

// A type, not an interface: payloads are indexable.
export type ReissuePayload = {
  readonly organizationId: string;
  readonly reissueId: string;
};

export const enqueueChunk = ({ trx, organization }: Scope, reissueId: string, runAt?: Date): Promise<void> =>
  enqueue<ReissuePayload>(
    trx,
    reissueTask,
    { organizationId: organization.id, reissueId },
    { key: `${reissueTask}:${reissueId}`, ...(runAt === undefined ? {} : { runAt }) },
  );

const reissues = ({ trx, organization }: Scope) =>
  trx.selectFrom('reissue').selectAll().where('organization_id', '=', organization.id);

export type Reissue = Awaited<ReturnType<ReturnType<typeof reissues>['executeTakeFirstOrThrow']>>;

export const findReissue = (scope: Scope, reissueId: string): Promise<Reissue | undefined> =>
  reissues(scope).where('id', '=', reissueId).executeTakeFirst();

/** Other chunks of the same run wait until the transaction ends. */
export const lockReissue = (scope: Scope, reissueId: string): Promise<Reissue | undefined> =>
  reissues(scope).where('id', '=', reissueId).forUpdate().executeTakeFirst();

export const lockReissueOfKey = (scope: Scope, keyId: string): Promise<Reissue | undefined> =>
  reissues(scope).where('key_id', '=', keyId).forUpdate().executeTakeFirst();

export type Change = Partial<
  Pick<
    Reissue,
    | 'state'
    | 'total'
    | 'withdrawn'
    | 'done'
    | 'failed'
    | 'cursor'
    | 'worked_ms'
    | 'changed_at'
    | 'finished_at'
    | 'stopped_by'
    | 'trouble'
  >
>;

export const saveReissue = async ({ trx, organization }: Scope, reissueId: string, change: Change): Promise<void> => {
  await trx
    .updateTable('reissue')
    .set(change)
    .where('organization_id', '=', organization.id)
    .where('id', '=', reissueId)
    .execute();
};

/** Runs that go on and that nothing was heard of since. */
export const listSilent = async ({ trx, organization }: Scope, before: Date): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('reissue')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('state', '=', 'running')
    .where('changed_at', '<', before)
    .execute();
  return rows.map(({ id }) => id);
};
