import { applies, type Circumstances } from '../circumstances.ts';
import type { Instant } from '../facts.ts';
import { findAssessment, findBundle, findFee, findPayerClass, isForRenewal } from '../lookup.ts';
import type { Fee, Program } from '../schema/program.ts';
import { type Charge, chargeOf } from './charge.ts';
import { linesOf, type QuoteLine } from './lines.ts';
import { MissingCircumstanceError, type Payable } from './price.ts';
import { type QuotedVoucher, voucherLine } from './vouchers.ts';

export interface Quote {
  readonly lines: readonly QuoteLine[];
  readonly totalMinor: number;
  readonly currency: string;
}

export interface QuoteRequest extends Circumstances {
  /** A payer class of the program. */
  readonly payerClass: string;
  /** Prices change on dates; those of this instant hold. */
  readonly at: Instant;
  /**
   * What is asked for; by default every fee up to the first certification that is there under the circumstances, each for
   * its first attempt.
   */
  readonly fees?: readonly { readonly fee: string; readonly attempt?: number }[];
  /** A bundle of the program; it takes the place of the fees that are in it. */
  readonly bundle?: string;
  readonly vouchers?: readonly QuotedVoucher[];
}

function unknown(program: Program, what: string, id: string): RangeError {
  return new RangeError(`The program "${program.id}" has no ${what} "${id}".`);
}

/** Whether a fee is there; one for assessments only where one of them is, and is no part of renewals alone. */
export function isThere(program: Program, fee: Fee, circumstances: Circumstances): boolean | undefined {
  const own = applies(fee, circumstances);
  if (own !== true || fee.kind !== 'assessment') return own;
  const paid = fee.assessments
    .filter((id) => !isForRenewal(program, id))
    .flatMap((id) => findAssessment(program, id) ?? [])
    .map((assessment) => applies(assessment, circumstances));
  if (paid.includes(true)) return true;
  return paid.includes(undefined) ? undefined : false;
}

const untilCertified: ReadonlySet<Fee['kind']> = new Set([
  'registration',
  'application',
  'assessment',
  'certification',
]);

function missingAxes(fee: Fee, program: Program, { region, track }: Circumstances): readonly string[] {
  const parts = [fee, ...(fee.kind === 'assessment' ? fee.assessments : []).map((id) => findAssessment(program, id))];
  const named = new Set(parts.flatMap((part) => Object.keys(part?.for ?? {})));
  return [...named].filter((axis) => (axis === 'region' ? region : track?.[axis]) === undefined);
}

/** The fees up to the first certification, in the order of the program. */
function listFirstFees(program: Program, circumstances: Circumstances): readonly Fee[] {
  return program.fees.filter((fee) => {
    if (!untilCertified.has(fee.kind)) return false;
    const isFee = isThere(program, fee, circumstances);
    if (isFee === undefined) throw new MissingCircumstanceError(fee.id, missingAxes(fee, program, circumstances));
    return isFee;
  });
}

function charged(
  program: Program,
  payable: Payable,
  { payerClass, at, region, track }: QuoteRequest,
  attempt: number,
): { lines: readonly QuoteLine[]; charge: Extract<Charge, { isKnown: true }> } {
  const circumstances = {
    ...(region === undefined ? {} : { region }),
    ...(track === undefined ? {} : { track }),
  };
  const charge = chargeOf(program, payable, { payerClass, circumstances, at, attempt });
  if (!charge.isKnown) throw new MissingCircumstanceError(payable.id, charge.missing);
  return { lines: linesOf(program, payable, charge, circumstances, attempt), charge };
}

function checkKnown(program: Program, { payerClass, region, track }: QuoteRequest): void {
  if (findPayerClass(program, payerClass) === undefined) throw unknown(program, 'payer class', payerClass);
  if (region !== undefined && program.regions?.some(({ id }) => id === region) !== true) {
    throw unknown(program, 'region', region);
  }
  for (const [axisId, option] of Object.entries(track ?? {})) {
    const axis = program.tracks?.find(({ id }) => id === axisId);
    if (axis === undefined) throw unknown(program, 'track', axisId);
    if (!axis.options.some(({ id }) => id === option))
      throw unknown(program, `option of the track "${axisId}",`, option);
  }
}

/**
 * What one fee costs, its taxes left out.
 *
 * @throws {RangeError} for a fee, class, region or track that the program does not have.
 * @throws {MissingCircumstanceError} where the price depends on the region or the track, and it is not given.
 */
export function quoteFee(
  program: Program,
  feeId: string,
  request: Omit<QuoteRequest, 'fees' | 'bundle' | 'vouchers'> & { attempt?: number },
): QuoteLine {
  const { lines } = quote(program, {
    ...request,
    fees: [{ fee: feeId, ...(request.attempt === undefined ? {} : { attempt: request.attempt }) }],
  });
  const [line] = lines;
  if (line === undefined) throw unknown(program, 'fee', feeId);
  return line;
}

/**
 * What a certification, a retake or a renewal costs, line by line: fees, then the taxes on them, then vouchers.
 *
 * @throws {RangeError} for a fee, bundle, class, region or track that the program does not have, and for a voucher for a
 *   fee that is not asked for or takes none.
 * @throws {MissingCircumstanceError} where a price depends on the region or the track, and it is not given.
 */
export function quote(program: Program, request: QuoteRequest): Quote {
  checkKnown(program, request);
  const bundle = request.bundle === undefined ? undefined : findBundle(program, request.bundle);
  if (request.bundle !== undefined && bundle === undefined) throw unknown(program, 'bundle', request.bundle);
  const asked =
    request.fees?.map(({ fee: id, attempt = 1 }) => {
      const fee = findFee(program, id);
      if (fee === undefined) throw unknown(program, 'fee', id);
      return { payable: fee, attempt };
    }) ?? listFirstFees(program, request).map((fee) => ({ payable: fee, attempt: 1 }));
  const isBundled = (id: string, attempt: number): boolean => attempt === 1 && bundle?.fees.includes(id) === true;
  const single = asked.filter(({ payable, attempt }) => !isBundled(payable.id, attempt));
  const all: { payable: Payable; attempt: number }[] =
    bundle === undefined ? single : [...single, { payable: bundle, attempt: 1 }];
  const parts = all.map(({ payable, attempt }) => charged(program, payable, request, attempt));
  const vouchers = (request.vouchers ?? []).map((voucher) => {
    const fee = findFee(program, voucher.fee);
    if (fee === undefined) throw unknown(program, 'fee', voucher.fee);
    const index = all.findIndex(({ payable }) => payable.id === fee.id);
    const charge = parts[index]?.charge;
    if (charge === undefined) throw new RangeError(`A voucher is for "${fee.id}", which is not asked for.`);
    return voucherLine(fee, voucher, charge);
  });
  const lines = [...parts.flatMap((part) => part.lines), ...vouchers];
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return { lines, totalMinor, currency: lines[0]?.currency ?? program.currency };
}
