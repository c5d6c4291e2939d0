/** Three kinds that differ by ground and by underline. */
export const markStyles = ['solid', 'dotted', 'double'] as const;
export type MarkStyle = (typeof markStyles)[number];

/** A stretch of the item's text: from `start`, up to and without `end`, counted in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Mark extends Stretch {
  readonly style: MarkStyle;
}

/** In order of the text, never one over another; neighbors of one kind are one mark. */
export type Marks = readonly Mark[];

const joined = (marks: Marks): Marks => {
  const result: Mark[] = [];
  for (const mark of marks.filter(({ start, end }) => end > start).toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last !== undefined && last.style === mark.style && last.end >= mark.start) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    } else result.push(mark);
  }
  return result;
};

/** Takes the marks off a stretch; one that reaches over it is split. */
export const unmark = (marks: Marks, { start, end }: Stretch): Marks =>
  start >= end
    ? marks
    : joined(
        marks.flatMap((mark) => [
          { ...mark, end: Math.min(mark.end, start) },
          { ...mark, start: Math.max(mark.start, end) },
        ]),
      );

/** The new mark goes over what was marked there before. */
export const mark = (marks: Marks, added: Mark): Marks =>
  added.start >= added.end ? marks : joined([...unmark(marks, added), added]);

/** Whether any mark lies in a stretch. */
export const isMarkedIn = (marks: Marks, { start, end }: Stretch): boolean =>
  marks.some((each) => each.start < end && start < each.end);
