import type { PlainValue, Scalar } from '@testamur/qti';

/** The boxes that several texts are written in: those answered, and as many more as are asked for. */
export const textBoxes = (
  value: PlainValue,
  { min, max }: { readonly min: number; readonly max: number | null },
): readonly PlainValue[] => {
  const texts: readonly PlainValue[] = Array.isArray(value) ? value : [];
  const count = Math.max(1, texts.length, Math.min(max ?? min, 20));
  return Array.from({ length: count }, (_each, at) => texts[at] ?? null);
};

/** The container of what stands in the boxes: empty ones are no members; NULL when all are empty. */
export const textsValue = (boxes: readonly PlainValue[]): PlainValue => {
  const texts = boxes.filter((box): box is Scalar => box !== null && typeof box !== 'object');
  return texts.length === 0 ? null : texts;
};

/** Characters as people count them: one for each that is seen. */
export const lengthOf = (text: string): number => {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return [...segments].length;
};
