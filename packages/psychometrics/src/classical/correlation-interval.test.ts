import { describe, expect, it } from 'vitest';
import { normal } from '../numeric/distributions/index.ts';
import { wilsonInterval } from '../numeric/intervals.ts';
import { Random } from '../numeric/random.ts';
import { correlation } from '../numeric/summary.ts';
import { biserialInterval, biserialOf, correlationInterval } from './correlation-interval.ts';

describe('the interval of a correlation', () => {
  it('is Fisher’s: r = 0.5 of 28 candidates gives 0.155 to 0.736', () => {
    // tanh(atanh(0.5) ± 1.959964 / 5), by hand: atanh(0.5) = 0.549306, half width 0.391993.
    const [low, high] = correlationInterval(0.5, 28) ?? [0, 0];
    expect(low).toBeCloseTo(Math.tanh(0.549306144334 - 0.391992796908), 9);
    expect(high).toBeCloseTo(Math.tanh(0.549306144334 + 0.391992796908), 9);
  });

  it('is the value itself at ±1, and null of fewer than four candidates', () => {
    expect(correlationInterval(1, 50)).toEqual([1, 1]);
    expect(correlationInterval(0.4, 3)).toBeNull();
    expect(correlationInterval(null, 50)).toBeNull();
  });
});

describe('the biserial correlation', () => {
  it('recovers the correlation of normal variables, one of them cut, and its interval holds it 95 times in 100', () => {
    const random = new Random(17);
    const rho = 0.45;
    const cut = normal.quantile(0.7);
    const [samples, n] = [400, 250];
    let sum = 0;
    let held = 0;
    for (let sample = 0; sample < samples; sample += 1) {
      const xs = Float64Array.from({ length: n }, () => random.normal());
      const item = xs.map((x) => Number(rho * x + Math.sqrt(1 - rho ** 2) * random.normal() < cut));
      const p = item.reduce((a, b) => a + b, 0) / n;
      const r =
        biserialOf(
          correlation(
            xs,
            item.map((x) => x),
          ),
          p,
        ) ?? 0;
      const [low, high] = biserialInterval(-r, p, n) ?? [1, 1];
      sum += -r;
      if (low <= rho && rho <= high) held += 1;
    }
    // Standard error of the mean about 0.0035, and a bias of the order 1/n: 0.015 is four of them.
    expect(Math.abs(sum / samples - rho)).toBeLessThan(0.015);
    // 95 % with a standard error of 1.1 %; the large-sample formula may miss by a little more.
    expect(held / samples).toBeGreaterThan(0.91);
    expect(held / samples).toBeLessThan(0.99);
  });

  it('is null where everybody or nobody is right', () => {
    expect(biserialOf(0.2, 1)).toBeNull();
    expect(biserialOf(0.2, 0)).toBeNull();
  });
});

describe('Wilson’s interval of a share', () => {
  it('solves |p̂ − p| = z √(p(1 − p)/n) at both ends', () => {
    const z = normal.quantile(0.975);
    for (const [successes, n] of [
      [7, 20],
      [1, 50],
      [49, 50],
    ] as const) {
      for (const p of wilsonInterval(successes, n) ?? []) {
        expect(Math.abs(successes / n - p)).toBeCloseTo(z * Math.sqrt((p * (1 - p)) / n), 12);
      }
    }
  });

  it('ends at 0 and 1 where nobody and everybody is right', () => {
    expect(wilsonInterval(0, 30)?.[0]).toBe(0);
    expect(wilsonInterval(30, 30)?.[1]).toBe(1);
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});
