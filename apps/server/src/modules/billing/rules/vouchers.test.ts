import { describe, expect, test } from 'vitest';
import { postVoucher, postVoucherBack } from './journal.ts';
import { hashVoucherCode, newVoucherCode, readVoucherCode, voucherStateOf, worthOf } from './voucher.ts';
import { voucherCsv } from './voucher-csv.ts';

test('a code is read as people type it, and belongs to one organization', () => {
  expect(readVoucherCode(' 7k4m–9qxt oB2c d3eL ')).toBe('7K4M9QXT0B2CD3E1');
  const code = newVoucherCode();
  expect(hashVoucherCode('a', code)).toBe(hashVoucherCode('a', code.replaceAll('-', '').toLowerCase()));
  expect(hashVoucherCode('a', code)).not.toBe(hashVoucherCode('b', code));
});

describe('what a voucher is worth', () => {
  test.each([
    ['a share of the total, rounded half up', { percent: 12.5 }, 9_999, 9_999, 1250],
    ['at most what is open', { percent: 50 }, 10_000, 3_000, 3_000],
    ['its amount', { amountMinor: 800 }, 10_000, 10_000, 800],
    ['no more than is open of its amount', { amountMinor: 800 }, 10_000, 500, 500],
    [
      'all of it, to the last unit',
      { percent: 100 },
      9_007_199_254_740_991,
      9_007_199_254_740_991,
      9_007_199_254_740_991,
    ],
  ])('is %s', (_, value, total, open, worth) => {
    expect(worthOf(value, total, open)).toBe(worth);
  });
});

test('a redeemed voucher stays redeemed; the last millisecond of its day still counts', () => {
  const expiresAt = new Date('2027-06-30T23:59:59.999Z');
  const life = { expiresAt, isCanceled: false, isRedeemed: false };
  expect(voucherStateOf(life, expiresAt)).toBe('open');
  expect(voucherStateOf(life, new Date(expiresAt.getTime() + 1))).toBe('expired');
  expect(voucherStateOf({ ...life, isCanceled: true }, expiresAt)).toBe('canceled');
  expect(voucherStateOf({ ...life, isRedeemed: true }, new Date('2030-01-01'))).toBe('redeemed');
});

describe('the postings of a voucher', () => {
  const sides = (worth: number, sold: number) =>
    postVoucher(worth, sold).reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0);

  test.each([
    [100, 0],
    [100, 60],
    [100, 100],
    [60, 100],
  ])('worth %i and sold for %i balance, take that from the receivable, and can be taken back', (worth, sold) => {
    expect(sides(worth, sold)).toBe(0);
    const both = [...postVoucher(worth, sold), ...postVoucherBack(worth, sold)];
    for (const account of new Set(both.map((posting) => posting.account))) {
      const own = both.filter((posting) => posting.account === account);
      expect(own.reduce((sum, { debitMinor, creditMinor }) => sum + debitMinor - creditMinor, 0)).toBe(0);
    }
    const taken = postVoucher(worth, sold).filter(({ account }) => account === 'receivable');
    expect(taken.reduce((sum, { creditMinor }) => sum + creditMinor, 0)).toBe(worth);
  });
});

test('the list to hand out is no formula in any spreadsheet, and keeps its columns', () => {
  const row = { code: '7K4M', title: 'Exam, "core"', value: '50 %', expiresOn: '2027-06-30' };
  const [, ...lines] = voucherCsv([
    { ...row, recipient: '=HYPERLINK("http://x")' },
    { ...row, recipient: '@SUM(A1)' },
    { ...row, recipient: '-2+3\nnext' },
  ]).split('\r\n');
  expect(lines).toEqual([
    '7K4M,"Exam, ""core""",50 %,2027-06-30,"\'=HYPERLINK(""http://x"")"',
    '7K4M,"Exam, ""core""",50 %,2027-06-30,\'@SUM(A1)',
    '7K4M,"Exam, ""core""",50 %,2027-06-30,"\'-2+3\nnext"',
    '',
  ]);
});
