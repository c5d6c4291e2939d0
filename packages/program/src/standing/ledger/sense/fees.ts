import type { FactKind, FactOf } from '../../../facts.ts';
import { findAssessment, findBundle, findFee } from '../../../lookup.ts';
import { text } from '../../../messages/compose.ts';
import type { Program } from '../../../schema/program.ts';
import type { Text } from '../../../text.ts';

/** Why a fact about money cannot have happened in this program. */
export const feeSense = {
  'bundle-chosen': (program: Program, { data }: FactOf<'bundle-chosen'>): Text | undefined =>
    findBundle(program, data.bundle) === undefined ? text('flag.unknown-bundle', { id: data.bundle }) : undefined,
  'fee-invoiced': (program: Program, { at, data }: FactOf<'fee-invoiced'>): Text | undefined => {
    const payable = findFee(program, data.fee) ?? findBundle(program, data.fee);
    if (payable === undefined) return text('flag.unknown-fee', { id: data.fee });
    if (data.assessment !== undefined && findAssessment(program, data.assessment) === undefined) {
      return text('flag.unknown-assessment', { id: data.assessment });
    }
    if ((data.taxMinor ?? 0) > data.amountMinor) return text('flag.malformed', { field: 'taxMinor' });
    return data.dueAt < at ? text('flag.impossible-dates') : undefined;
  },
  'fee-settled': (program: Program, { data }: FactOf<'fee-settled'>): Text | undefined => {
    const fee = findFee(program, data.fee);
    if (data.voucherId === undefined || fee?.vouchers === true) return undefined;
    const bundle = findBundle(program, data.fee);
    const title = fee?.title ?? bundle?.title;
    return title === undefined ? undefined : text('flag.no-vouchers', { title });
  },
} as const satisfies { [K in FactKind]?: (program: Program, fact: FactOf<K>) => Text | undefined };
