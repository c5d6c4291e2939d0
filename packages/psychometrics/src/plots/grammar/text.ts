/** About how wide text is in pixels; for the widest of the fonts that may stand in (DejaVu Sans). */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (/[ilj.,:;|'!()[\] ]/.test(character)) width += 0.38;
    else if (/[mwMW@%…—]/.test(character)) width += 0.98;
    else if (/[A-Z]/.test(character)) width += 0.7;
    else width += character > '\u2E7F' ? 1 : 0.61;
  }
  return width * size;
}

/** A long id with its middle left out: ids mostly differ at the end and are known by their beginning. */
export function shorten(text: string, most = 14): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const tail = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

/** A box in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether two boxes have room in common. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** A point that wants a label. */
export interface Labeled {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Where a label went: the left end of its baseline. */
export interface PlacedLabel extends Labeled {
  readonly textX: number;
  readonly textY: number;
  /** It lies so far from its point that a line should join them. */
  readonly far: boolean;
}

/**
 * Places labels near their points without covering points or each other, first come first served.
 *
 * @param taken boxes that must stay free, such as other points.
 * @returns those that found a place; crowded ones are left out.
 */
export function placeLabels(
  points: readonly Labeled[],
  taken: readonly Box[],
  within: Box,
  size: number,
): readonly PlacedLabel[] {
  const occupied: Box[] = [...taken];
  const placed: PlacedLabel[] = [];
  for (const point of points) {
    const width = textWidth(point.text, size);
    const candidates = [9, 20, 32].flatMap((distance) =>
      [0, Math.PI, -Math.PI / 2, Math.PI / 2, -Math.PI / 4, (-3 * Math.PI) / 4, Math.PI / 4, (3 * Math.PI) / 4].map(
        (angle) => ({ distance, angle }),
      ),
    );
    for (const { distance, angle } of candidates) {
      const cosine = Math.cos(angle);
      const centerY = point.y + Math.sin(angle) * (distance + size * 0.3);
      const anchor = point.x + cosine * distance;
      const left = cosine > 0.1 ? anchor : cosine < -0.1 ? anchor - width : anchor - width / 2;
      const box = { left: left - 1, right: left + width + 1, top: centerY - size * 0.55, bottom: centerY + size * 0.5 };
      const inside =
        box.left >= within.left && box.right <= within.right && box.top >= within.top && box.bottom <= within.bottom;
      if (!inside || occupied.some((other) => overlap(other, box))) continue;
      occupied.push(box);
      placed.push({ ...point, textX: left, textY: centerY + size * 0.35, far: distance > 12 });
      break;
    }
  }
  return placed;
}

/** Moves positions apart until none is nearer than the gap, keeping their order, within bounds as far as there is room. */
export function dodge(positions: readonly number[], gap: number, low: number, high: number): readonly number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  const room = order.length < 2 ? gap : Math.min(gap, (high - low) / (order.length - 1));
  let before = low - room;
  const moved = order.map(({ position }) => {
    before = Math.max(position, before + room);
    return before;
  });
  let after = high + room;
  for (let at = moved.length - 1; at >= 0; at -= 1) {
    after = Math.min(moved[at] ?? after, after - room);
    moved[at] = after;
  }
  const result = new Array<number>(positions.length).fill(0);
  order.forEach(({ index }, at) => {
    result[index] = moved[at] ?? 0;
  });
  return result;
}
