import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AngleUnit, compute } from './compute.ts';
import { shown } from './show.ts';

const result = (entry: string, angle: AngleUnit = 'degrees', ans = '0'): string => {
  const computed = compute(entry, { angle, ans });
  return computed.ok ? shown(computed.value) : computed.fault;
};

describe('the calculator', () => {
  it.each([
    ['0.1+0.2', '0.3'],
    ['1÷3×3', '1'],
    ['2+3×4', '14'],
    ['(2+3)×4', '20'],
    ['2^3^2', '512'],
    ['−3²', '−9'],
    ['(−3)²', '9'],
    ['2(3+4)', '14'],
    ['2π', '6.28318530718'],
    ['1÷2π', '0.159154943092'],
    ['5!', '120'],
    ['3!²', '36'],
    ['√16', '4'],
    ['√16+9', '13'],
    ['√(16+9)', '5'],
    ['3 root 27', '3'],
    ['3 root (−27)', '−3'],
    ['∛8', '2'],
    ['1.5E3', '1500'],
    ['1E−3', '0.001'],
    ['ln(e)', '1'],
    ['log(1000)', '3'],
    ['exp(1)', '2.71828182846'],
    ['2--3', '5'],
    ['2×(3+4', '14'],
    ['9999999999999', '1E13'],
    ['1÷3E9', '3.33333333333E−10'],
  ])('%s is %s', (entry, value) => expect(result(entry)).toBe(value));

  it.each([
    ['200+10%', '220'],
    ['200−10%', '180'],
    ['200×10%', '20'],
    ['10%', '0.1'],
    ['50+50%+50%', '112.5'],
  ])('takes a share that is added from what stands before it: %s is %s', (entry, value) =>
    expect(result(entry)).toBe(value),
  );

  it.each([
    ['sin(30)', '0.5'],
    ['sin(180)', '0'],
    ['cos(60)', '0.5'],
    ['cos(90)', '0'],
    ['tan(45)', '1'],
    ['tan(135)', '−1'],
    ['tan(−45)', '−1'],
    ['sin(−390)', '−0.5'],
    ['asin(0.5)', '30'],
    ['sin⁻¹(1)', '90'],
    ['atan(1)', '45'],
  ])('knows the angles of a circle in degrees: %s is %s', (entry, value) => expect(result(entry)).toBe(value));

  it('counts angles in radians when asked', () => {
    expect(result('sin(π÷6)', 'radians')).toBe('0.5');
    expect(result('cos(π)', 'radians')).toBe('−1');
    expect(result('asin(1)', 'radians')).toBe('1.57079632679');
  });

  it.each([
    ['', 'empty'],
    ['1÷0', 'divideByZero'],
    ['0^(−1)', 'divideByZero'],
    ['√(−1)', 'negativeRoot'],
    ['2 root (−4)', 'negativeRoot'],
    ['0 root 4', 'zerothRoot'],
    ['ln(0)', 'logDomain'],
    ['asin(2)', 'inverseDomain'],
    ['tan(90)', 'tangent'],
    ['sin(1E9000)', 'angle'],
    ['2.5!', 'factorial'],
    ['(−1)!', 'factorial'],
    ['4000!', 'tooLarge'],
    ['9^9^9^9', 'tooLarge'],
    ['(−8)^0.5', 'power'],
    ['1,5', 'comma'],
    ['1.2.3', 'number'],
    ['2+', 'missingValue'],
    ['×2', 'missingValue'],
    ['()', 'missingValue'],
    ['2)', 'extraBracket'],
    ['2 $ 3', 'unknown'],
    ['sinh(1)', 'unknown'],
    ['('.repeat(200), 'tooLong'],
    ['1'.repeat(501), 'tooLong'],
  ])('says why %s has no value: %s', (entry, fault) => expect(result(entry)).toBe(fault));

  it('goes on with all digits of the last result', () => {
    const third = compute('1÷3', { angle: 'degrees', ans: '0' });
    expect(third).toEqual({ ok: true, value: `0.${'3'.repeat(28)}` });
    expect(result('Ans×3', 'degrees', third.ok ? third.value : '')).toBe('1');
  });

  it('answers whatever is entered, in time', () => {
    const piece = fc.constantFrom(...'0123456789.E+−×÷^!%²³√∛π()', 'sin', 'ln', 'e', 'Ans', ' root ', '9^9', ',', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const computed = compute(pieces.join(''), { angle: 'radians', ans: '2' });
        return !computed.ok || /^−?[\d.]+(E−?\d+)?$/.test(shown(computed.value));
      }),
      { numRuns: 500 },
    );
  });

  it('reads back what it shows as the same value', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const once = shown(String(number));
        return result(once) === once;
      }),
    );
  });
});
