import type { BaseType } from '@testamur/qti';
import { matchesMask } from './limits.ts';

/**
 * The keyboard that a small screen shows. Number pads of some have neither minus nor letters, so they are for answers that
 * can hold neither.
 */
export const inputModeOf = ({
  baseType,
  base,
  patternMask,
}: {
  readonly baseType: BaseType | null;
  readonly base: number;
  readonly patternMask: string | null;
}): 'numeric' | 'decimal' | 'text' => {
  if (patternMask === null || base > 10) return 'text';
  if (matchesMask(patternMask, '-1') || matchesMask(patternMask, '-1.5')) return 'text';
  const whole = ['1', '12', '123', '1234', '12345'].some((number) => matchesMask(patternMask, number));
  const decimal = ['1.5', '12.5', '0.25', '12.34'].some((number) => matchesMask(patternMask, number));
  if (baseType === 'integer' && whole) return 'numeric';
  return baseType === 'float' && (whole || decimal) ? 'decimal' : 'text';
};
