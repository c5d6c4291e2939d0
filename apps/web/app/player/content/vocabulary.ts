/** The classes of QTI's shared vocabulary among all. */
export const qtiClasses = (classes: readonly string[]): readonly string[] =>
  classes.filter((name) => name.startsWith('qti-'));

/** The number at the end of a class of a family: 15 of `qti-input-width-15`; undefined when none is there. */
export const numberIn = (classes: readonly string[], family: string): number | undefined => {
  const found = classes.find((name) => name.startsWith(family) && /^\d+$/.test(name.slice(family.length)));
  return found === undefined ? undefined : Number(found.slice(family.length));
};

const upper = (at: number): string =>
  (at < 26 ? '' : upper(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const CJK = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const cjk = (number: number): string => {
  if (number < 10) return CJK[number] ?? '';
  if (number >= 100) return [...String(number)].map((digit) => CJK[Number(digit)]).join('');
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? '' : CJK[tens]}十${ones === 0 ? '' : CJK[ones]}`;
};

/** The label of an alternative by the shared vocabulary (qti-labels-…, qti-labels-suffix-…); '' for none. */
export const labelOf = (at: number, classes: readonly string[]): string => {
  if (classes.includes('qti-labels-none')) return '';
  const suffix = classes.includes('qti-labels-suffix-period')
    ? '.'
    : classes.includes('qti-labels-suffix-parenthesis')
      ? ')'
      : '';
  if (classes.includes('qti-labels-decimal')) return `${at + 1}${suffix}`;
  if (classes.includes('qti-labels-lower-alpha')) return upper(at).toLowerCase() + suffix;
  if (classes.includes('qti-labels-cjk-ideographic')) return cjk(at + 1) + suffix;
  return upper(at) + suffix;
};

/** The attribute, or the class that says the same and goes before it. */
export const orientationOf = (
  classes: readonly string[],
  attribute: 'vertical' | 'horizontal',
): 'vertical' | 'horizontal' => {
  if (classes.includes('qti-orientation-horizontal')) return 'horizontal';
  return classes.includes('qti-orientation-vertical') ? 'vertical' : attribute;
};

/** On which side of what is answered the choices stand (qti-choices-top, -bottom, -left, -right). */
export const choicesSide = (classes: readonly string[]): 'top' | 'bottom' | 'left' | 'right' => {
  const side = (['bottom', 'left', 'right'] as const).find((each) => classes.includes(`qti-choices-${each}`));
  return side ?? 'top';
};
