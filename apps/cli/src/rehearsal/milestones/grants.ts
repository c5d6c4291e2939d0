import { findFee } from '@testamur/program';
import { dayOf } from '../days.ts';
import { expectThat } from '../unmet.ts';
import type { Milestone } from './milestone.ts';

/** What a fee brings with it is there once it is paid, and a membership among it sets the price from then on. */
export const grants: Milestone = {
  isReached: (standing) => standing.grants.length > 0,
  celebrate: ({ journal, findings, program }, standing) =>
    journal.step('candidate', 'See what the payment brings with it', async (note) => {
      for (const { fee, kind, title, payerClass, until } of standing.grants) {
        const promised = findFee(program, fee)
          ?.grants?.filter((grant) => grant.kind === kind)
          .map((one) => one.title);
        expectThat(promised?.includes(title) === true, `"${title}" to be promised by the fee`, promised);
        if (payerClass !== undefined) {
          expectThat(standing.payerClass === payerClass, `the price of "${payerClass}"`, standing.payerClass);
        }
        findings.add({
          kind: 'grant',
          fee,
          title,
          ...(payerClass === undefined ? {} : { payerClass }),
          ...(until === undefined ? {} : { until }),
        });
        note(`${title}${until === undefined ? '' : `, until ${dayOf(until)}`}.`);
      }
    }),
};
