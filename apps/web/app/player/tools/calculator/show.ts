import { Decimal } from 'decimal.js';

const Digits: typeof Decimal = Decimal.clone({ precision: 40, maxE: 9999, minE: -9999 });

const SHOWN = 12;
/** From here on a number is said by its power of ten. */
const LARGEST = 12;
const SMALLEST = -7;

/** A value with 12 digits at most, as the display shows it and as it can be entered again. */
export const shown = (value: string): string => {
  const number = new Digits(value).toSignificantDigits(SHOWN);
  if (number.isZero()) return '0';
  const byPower = number.e >= LARGEST || number.e < SMALLEST;
  const text = byPower ? number.toExponential().replace('e+', 'E').replace('e', 'E') : number.toFixed();
  return text.replaceAll('-', '−');
};
