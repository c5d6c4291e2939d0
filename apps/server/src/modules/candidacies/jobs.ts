import { sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import {
  defineJob,
  enqueue,
  type Job,
  type JobPayload,
  type Schedule,
  type Subscription,
  subscribe,
} from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { paymentRefunded, paymentSettled, voucherRedeemed, voucherRestored } from '../billing/index.ts';
import { remindDueStatements } from './commands/remind-statements.ts';
import { candidacyChanged } from './events.ts';
import { settleInvoices } from './issue-invoices.ts';
import { recordPaid } from './payments.ts';
import { sweepBatch, sweepBatchSize } from './sweep.ts';
import { writeLetters } from './write-letters.ts';

export const candidaciesSubscriptions = ({ inTenant, config }: Platform): readonly Subscription[] => [
  subscribe(candidacyChanged, 'candidacies.settle-invoices', ({ organizationId, candidacyId }) =>
    inTenant(organizationId, (scope) => settleInvoices(scope, candidacyId)),
  ),
  subscribe(candidacyChanged, 'candidacies.write-letters', ({ organizationId, candidacyId }) =>
    inTenant(organizationId, (scope) => writeLetters(scope, config.PUBLIC_URL, candidacyId)),
  ),
  subscribe(candidacyChanged, 'candidacies.remind-statements', ({ organizationId, candidacyId }) =>
    inTenant(organizationId, (scope) => remindDueStatements(scope, config.PUBLIC_URL, candidacyId)),
  ),
  subscribe(paymentSettled, 'candidacies.settle-fee', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-settled', payload)),
  ),
  subscribe(paymentRefunded, 'candidacies.refund-fee', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-refunded', payload)),
  ),
  subscribe(voucherRedeemed, 'candidacies.settle-fee-by-voucher', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-settled', payload)),
  ),
  subscribe(voucherRestored, 'candidacies.give-back-voucher', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-refunded', payload)),
  ),
];

const sweepTask = 'candidacies.sweep-batch';

/** One waits an organization, whoever asks for it. */
const enqueueSweep = ({ trx, organization }: Scope): Promise<void> =>
  enqueue(trx, sweepTask, { organizationId: organization.id }, { key: `${sweepTask}:${organization.id}` });

/**
 * One batch a job. While more is due, the next is asked for in the same transaction and stands behind the jobs that
 * this one has caused and those of other organizations: nobody waits for the whole of a large sweep.
 */
const sweepJob = ({ inTenant, log }: Platform): Job =>
  defineJob<JobPayload>(sweepTask, async ({ organizationId }) => {
    const { failed, ...swept } = await inTenant(organizationId, async (scope) => {
      const result = await sweepBatch(scope);
      if (result.more) await enqueueSweep(scope);
      return result;
    });
    log.debug({ organizationId, ...swept, failed: failed.length }, 'A batch of standings is swept.');
    for (const { candidacyId, failures, error } of failed) {
      if (failures === 1) log.error({ err: error, organizationId, candidacyId }, 'A standing cannot be computed.');
    }
  });

export const candidaciesJobs = (platform: Platform): readonly Job[] => [sweepJob(platform)];

const countDue = async ({ trx, organization, now }: Scope): Promise<{ due: number; failing: number }> => {
  const { rows } = await sql<{ due: number; failing: number }>`
    select
      (select count(*) from standing_cache where organization_id = ${organization.id} and next_change_at <= ${now}) as due,
      (select count(*) from standing_cache where organization_id = ${organization.id} and failures > 0) as failing
    `.execute(trx);
  const [counts] = rows;
  if (!counts) throw new Error('A count gave no row.');
  return counts;
};

/** Each minute, what the clock alone has changed. One organization's trouble keeps no other waiting. */
export const candidaciesSchedules = ({ db, inTenant, log }: Platform): readonly Schedule[] => [
  {
    name: 'candidacies.sweep',
    pattern: '* * * * *',
    run: async () => {
      const organizations = await db.kysely
        .selectFrom('organization')
        .select('id')
        .where('kind', '!=', 'platform')
        .execute();
      const errors: unknown[] = [];
      for (const { id } of organizations) {
        try {
          const counts = await inTenant(id, async (scope) => {
            const counted = await countDue(scope);
            if (counted.due > 0) await enqueueSweep(scope);
            return counted;
          });
          // How far a long sweep has come, minute by minute.
          if (counts.due > sweepBatchSize) log.info({ organizationId: id, ...counts }, 'Standings wait to be swept.');
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, `The sweep failed in ${errors.length} organizations.`);
    },
  },
];
