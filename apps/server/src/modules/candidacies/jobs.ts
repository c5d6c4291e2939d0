import { type Schedule, type Subscription, subscribe } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { paymentRefunded, paymentSettled } from '../billing/index.ts';
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
  subscribe(paymentSettled, 'candidacies.settle-fee', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-settled', payload)),
  ),
  subscribe(paymentRefunded, 'candidacies.refund-fee', (payload) =>
    inTenant(payload.organizationId, (scope) => recordPaid(scope, 'fee-refunded', payload)),
  ),
];

/** Each minute, what the clock alone has changed. One organization's trouble keeps no other waiting. */
export const candidaciesSchedules = ({ db, inTenant }: Platform): readonly Schedule[] => [
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
          while ((await inTenant(id, sweepBatch)) === sweepBatchSize);
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, `The sweep failed in ${errors.length} organizations.`);
    },
  },
];
