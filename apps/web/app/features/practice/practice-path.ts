/** A practice page: of which program, drawn from which practice test, and one item after the other or all at once. */
export interface PracticeAddress {
  readonly programId: string;
  readonly material: string | undefined;
  /** The item that is shown, from 1; all items without it. */
  readonly one: number | undefined;
}

export const practicePath = ({ programId, material, one }: PracticeAddress): string => {
  const search = new URLSearchParams({
    ...(material === undefined ? {} : { test: material }),
    ...(one === undefined ? {} : { one: String(one) }),
  }).toString();
  return `/try/${programId}${search === '' ? '' : `?${search}`}`;
};

/** The number in an address, within the items that there are; undefined where it names none. */
export const numberIn = (text: string | null, total: number): number | undefined => {
  if (text === null || !/^\d{1,4}$/.test(text)) return undefined;
  return Math.min(Math.max(1, Number(text)), total);
};
