import { createHash } from 'node:crypto';
import { newReadableNumber } from '../../../kernel/index.ts';

export const voucherStates = ['open', 'redeemed', 'expired', 'canceled'] as const;
export type VoucherState = (typeof voucherStates)[number];

/** Eighty bits: nobody guesses one, so that a plain hash is enough to keep it. */
const length = 16;

/** Such as `7K4M-9QXT-0B2C-D3EF`. */
export const newVoucherCode = (): string => (newReadableNumber(length).match(/.{4}/g) ?? []).join('-');

const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** A code as a person types it: any case, with or without hyphens and blanks, with O for 0 and I or L for 1. */
export const readVoucherCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '')
    .replace(/[OIL]/g, (letter) => misread[letter] ?? letter);

/** What is kept of a code, bound to the organization whose it is. */
export const hashVoucherCode = (organizationId: string, code: string): string =>
  createHash('sha256')
    .update(`voucher ${organizationId} ${readVoucherCode(code)}`)
    .digest('hex');

/** The last letters, by which people tell vouchers apart. */
export const hintOf = (code: string): string => readVoucherCode(code).slice(-4);

/** What vouchers of a fee can pay for, as invoices name it. */
export const voucherPurpose = (programId: string, fee: string): string => `${programId}/${fee}`;

export interface VoucherValue {
  /** A share of the invoice, above 0 to 100, with at most four digits after the point. */
  readonly percent?: number | undefined;
  /** An amount of it, in minor units. */
  readonly amountMinor?: number | undefined;
}

const parts = 1_000_000n;

/** What a voucher pays of an invoice: its share of the total, rounded half up, or its amount; at most what is open. */
export const worthOf = ({ percent, amountMinor }: VoucherValue, totalMinor: number, openMinor: number): number => {
  const perMillion = BigInt(Math.round((percent ?? 0) * 10_000));
  const share = Number((BigInt(totalMinor) * perMillion * 2n + parts) / (parts * 2n));
  return Math.min(amountMinor ?? share, openMinor);
};

export interface VoucherLife {
  readonly expiresAt: Date;
  readonly isCanceled: boolean;
  readonly isRedeemed: boolean;
}

/** One that was redeemed in time stays redeemed, whatever comes after. */
export const voucherStateOf = ({ expiresAt, isCanceled, isRedeemed }: VoucherLife, now: Date): VoucherState => {
  if (isRedeemed) return 'redeemed';
  if (isCanceled) return 'canceled';
  return expiresAt < now ? 'expired' : 'open';
};
