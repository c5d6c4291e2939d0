/** The values that a slider can stand at (ASI information model, class SliderInteraction). */
export interface Scale {
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly step: number;
}

/** A step of 0 or less, or one wider than the scale, is the whole scale or, of whole numbers, one. */
const stepOf = ({ lowerBound, upperBound, step }: Scale): number =>
  step > 0 ? step : Math.max(upperBound - lowerBound, 1);

const places = (number: number): number => {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

/** Without the noise of binary fractions: 0.1 + 0.2 is 0.3 on a scale by tenths. */
const tidy = (number: number, { lowerBound, step }: Scale): number =>
  Number(number.toFixed(Math.min(20, Math.max(places(lowerBound), places(step)))));

/** The place on the scale that is nearest to a number. */
export const snap = (number: number, scale: Scale): number => {
  const step = stepOf(scale);
  const steps = Math.round((Math.min(Math.max(number, scale.lowerBound), scale.upperBound) - scale.lowerBound) / step);
  const most = Math.floor((scale.upperBound - scale.lowerBound) / step + 1e-9);
  return tidy(scale.lowerBound + Math.min(steps, most) * step, scale);
};

/** Where labels stand: at every step when that is asked for and there is room, and always at both ends. */
export const labelsOf = (scale: Scale, everyStep: boolean, room = 11): readonly number[] => {
  const step = stepOf(scale);
  const count = Math.floor((scale.upperBound - scale.lowerBound) / step + 1e-9);
  if (!everyStep || count < 1) return [scale.lowerBound, scale.upperBound];
  // Every second, fifth or tenth of them where all would not fit.
  const every = [1, 2, 5, 10, 20, 25, 50, 100].find((each) => count / each <= room - 1 && count % each === 0) ?? count;
  return Array.from({ length: Math.floor(count / every) + 1 }, (_each, at) =>
    tidy(scale.lowerBound + at * every * step, scale),
  );
};

/** How far along the scale a number is, from 0 to 1. */
export const shareOf = (number: number, { lowerBound, upperBound }: Scale): number =>
  upperBound === lowerBound ? 0 : (number - lowerBound) / (upperBound - lowerBound);
