import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { listPeople } from '../../identity/index.ts';

const failuresShown = 100;

const runs = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('reissue')
    .innerJoin('issuer_key', (join) =>
      join
        .onRef('issuer_key.organization_id', '=', 'reissue.organization_id')
        .onRef('issuer_key.id', '=', 'reissue.key_id'),
    )
    .selectAll('reissue')
    .select(['issuer_key.public_key_multibase', 'issuer_key.compromised_at'])
    .where('reissue.organization_id', '=', organization.id);

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

// The table's own check allows no other.
const stateOf = ({ state }: Row) => state as 'running' | 'stopped' | 'done';

const secondsLeft = ({ state, total, done, failed, worked_ms: worked }: Row): number | undefined =>
  state === 'running' && done > 0 ? Math.ceil(((total - done - failed) * worked) / done / 1000) : undefined;

const shown = (row: Row, names: ReadonlyMap<string, { readonly name: string }>) => {
  const left = secondsLeft(row);
  return {
    id: row.id,
    keyId: row.key_id,
    publicKeyMultibase: row.public_key_multibase,
    ...(row.compromised_at === null ? {} : { keyWithdrawnAt: row.compromised_at.toISOString() }),
    state: stateOf(row),
    requestedAt: row.requested_at.toISOString(),
    ...(row.requested_by === null ? {} : { requestedBy: names.get(row.requested_by)?.name ?? 'Somebody' }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
    total: row.total,
    withdrawn: row.withdrawn,
    done: row.done,
    failed: row.failed,
    ...(left === undefined ? {} : { secondsLeft: left }),
    ...(row.trouble === null ? {} : { trouble: row.trouble }),
  };
};

const namesOf = (scope: Scope, rows: readonly Row[]) =>
  listPeople(
    scope.trx,
    rows.flatMap((row) => row.requested_by ?? []),
  );

export const listReissues = async (scope: Scope) => {
  const rows = await runs(scope).orderBy('reissue.requested_at', 'desc').execute();
  const names = await namesOf(scope, rows);
  return { reissues: rows.map((row) => shown(row, names)) };
};

export const getReissue = async (scope: Scope, reissueId: string) => {
  const row = await runs(scope).where('reissue.id', '=', reissueId).executeTakeFirst();
  if (!row) {
    throw new Problem('not-found', 'credentialing.no-such-reissue', 'There is no such run in this organization.');
  }
  const failures = await scope.trx
    .selectFrom('reissue_item')
    .innerJoin('credential', (join) =>
      join
        .onRef('credential.organization_id', '=', 'reissue_item.organization_id')
        .onRef('credential.id', '=', 'reissue_item.credential_id'),
    )
    .select(['credential.id', 'credential.number', 'reissue_item.failure'])
    .where('reissue_item.organization_id', '=', scope.organization.id)
    .where('reissue_item.reissue_id', '=', reissueId)
    .where('reissue_item.failure', 'is not', null)
    .orderBy('credential.number')
    .limit(failuresShown)
    .execute();
  return {
    ...shown(row, await namesOf(scope, [row])),
    failures: failures.map(({ id, number, failure }) => ({ credentialId: id, number, failure: failure ?? '' })),
  };
};
