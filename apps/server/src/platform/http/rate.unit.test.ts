import { expect, test } from 'vitest';
import { createRate } from './rate.ts';

const start = Date.parse('2027-01-01T00:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

test('so many requests of an address are answered within a minute, and as many in the next', () => {
  const rate = createRate({ mostInAMinute: 2 });
  expect([0, 30, 59].map((second) => rate.allows('203.0.113.9', at(second)))).toEqual([true, true, false]);
  expect(rate.allows('203.0.113.10', at(59))).toBe(true);
  expect(rate.allows('203.0.113.9', at(60))).toBe(true);
});

test('the addresses of one IPv6 network count as one', () => {
  const rate = createRate({ mostInAMinute: 1 });
  expect(rate.allows('2001:db8:1:2:aaaa::1', at(0))).toBe(true);
  expect(rate.allows('2001:db8:1:2:bbbb:0:0:2', at(1))).toBe(false);
  expect(rate.allows('2001:db8:1:3:aaaa::1', at(1))).toBe(true);
});

test('an IPv6 network is the same however its addresses are shortened; an IPv4 address in one stays itself', () => {
  const rate = createRate({ mostInAMinute: 1 });
  expect(rate.allows('2001:db8::1', at(0))).toBe(true);
  for (const same of ['2001:db8::2', '2001:0DB8:0:0:1:2:3:4', '2001:db8:0:0::7']) {
    expect(rate.allows(same, at(1))).toBe(false);
  }
  expect(rate.allows('2001:db8:0:1::1', at(1))).toBe(true);
  expect(rate.allows('::ffff:203.0.113.9', at(1))).toBe(true);
  expect(rate.allows('::ffff:203.0.113.10', at(1))).toBe(true);
  expect(rate.allows('203.0.113.9', at(2))).toBe(false);
});

test('whoever goes on is not forgotten, however many others come', () => {
  const rate = createRate({ mostInAMinute: 2 });
  rate.allows('198.51.100.1', at(0));
  rate.allows('198.51.100.1', at(1));
  const others = (from: number) => {
    for (let one = 0; one < 12_000; one += 1) rate.allows(`10.${from}.${one >> 8}.${one & 255}`, at(2));
  };
  others(1);
  expect(rate.allows('198.51.100.1', at(3))).toBe(false);
  others(2);
  expect(rate.allows('198.51.100.1', at(4))).toBe(false);
});
