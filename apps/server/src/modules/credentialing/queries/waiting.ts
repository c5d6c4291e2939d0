import { minuteMs } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { stageOf } from '../issuance/store.ts';

const patienceMs = minuteMs;
const pageSize = 100;

const waiting = ({ trx, organization, now }: Scope) =>
  trx
    .selectFrom('issuance')
    .where('organization_id', '=', organization.id)
    .where('published_at', 'is', null)
    .where('abandoned_at', 'is', null)
    .where((where) =>
      where.or([where('trouble', 'is not', null), where('prepared_at', '<', new Date(now.getTime() - patienceMs))]),
    );

/** What should have been published by now, the longest waiting first. */
export const listIssuances = async (scope: Scope) => {
  const { total } = await waiting(scope)
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await waiting(scope).selectAll().orderBy('prepared_at').orderBy('number').limit(pageSize).execute();
  return {
    total: Number(total),
    issuances: rows.flatMap((row) => {
      const stage = stageOf(row);
      if (stage === 'over') return [];
      return [
        {
          credentialId: row.credential_id,
          number: row.number,
          holderName: row.holder_name,
          candidacyId: row.candidacy_id,
          preparedAt: row.prepared_at.toISOString(),
          stage,
          attempts: row.attempts,
          ...(row.trouble === null ? {} : { trouble: row.trouble, nextTryAt: row.try_at.toISOString() }),
        },
      ];
    }),
  };
};
