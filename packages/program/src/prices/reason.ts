import type { Circumstances } from '../circumstances.ts';
import { findPayerClass, findRegion } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import type { Price, Program } from '../schema/program.ts';
import type { Text } from '../text.ts';
import type { Payable } from './price.ts';

/** For whom a row of prices is, in words; empty for everybody. */
function namesOf(program: Program, row: Price | undefined, { region, track }: Circumstances): string {
  const payer = row?.payerClass === undefined ? undefined : findPayerClass(program, row.payerClass)?.label;
  const places = Object.keys(row?.for ?? {}).map((axisId) => {
    if (axisId === 'region') return findRegion(program, region ?? '')?.title;
    const axis = program.tracks?.find(({ id }) => id === axisId);
    return axis?.options.find(({ id }) => id === track?.[axisId])?.title;
  });
  const shown = program.payerClasses.length > 1 ? [payer, ...places] : places;
  return shown.filter((name) => name !== undefined).join(', ');
}

/** For whom and for what a price holds. */
export function reasonFor(
  program: Program,
  payable: Payable,
  row: Price | undefined,
  circumstances: Circumstances,
  attempt: number,
): Text {
  const payer = namesOf(program, row, circumstances);
  if (attempt > 1) {
    return payer === '' ? text('price.retake', { attempt }) : text('price.retake-class', { payer, attempt });
  }
  if ('kind' in payable && payable.kind === 'renewal') return text('price.renewal');
  return payer === '' ? text('price.everybody') : text('price.class', { payer });
}
