export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Where a tool may stand, in px of the window: between the bars that are never covered. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The nearest place that keeps a tool inside; one that is larger than the area starts where the area starts. */
export const keptIn = ({ x, y }: Point, { width, height }: Size, { top, bottom, left, right }: Area): Point => ({
  x: Math.max(left, Math.min(x, right - width)),
  y: Math.max(top, Math.min(y, bottom - height)),
});

/** The same for a tool that may be wider than the window, such as a ruler: its middle stays in sight. */
export const middleKeptIn = (at: Point, size: Size, area: Area): Point => ({
  x: Math.max(area.left - size.width / 2, Math.min(at.x, area.right - size.width / 2)),
  y: keptIn(at, size, area).y,
});

/** Below this width there is no room beside a text: a tool opens at the foot. */
const NARROW = 640;

/** A tool opens at the end of the line, where it covers least of a text; the next one a step further in. */
export const firstPlace = (size: Size, area: Area, direction: 'ltr' | 'rtl', others: number): Point => {
  const step = 32 * others;
  if (area.right - area.left < NARROW) {
    const middle = (area.left + area.right - size.width) / 2;
    return keptIn({ x: middle, y: area.bottom - size.height - 8 - step / 2 }, size, area);
  }
  const x = direction === 'ltr' ? area.right - size.width - 16 - step : area.left + 16 + step;
  return keptIn({ x, y: area.top + 16 + step }, size, area);
};

const NEAR = 16;
const FAR = 96;

/** Where an arrow key moves it; undefined for other keys. */
export const byKey = ({ x, y }: Point, key: string, far: boolean): Point | undefined => {
  const by = far ? FAR : NEAR;
  switch (key) {
    case 'ArrowLeft':
      return { x: x - by, y };
    case 'ArrowRight':
      return { x: x + by, y };
    case 'ArrowUp':
      return { x, y: y - by };
    case 'ArrowDown':
      return { x, y: y + by };
    default:
      return undefined;
  }
};

/** What bars leave free of a window; a bar belongs to the half that its middle lies in. */
export const areaBetween = (window: Size, bars: readonly { readonly top: number; readonly bottom: number }[]): Area => {
  const inView = bars.filter(({ top, bottom }) => bottom > 0 && top < window.height && bottom > top);
  const isAbove = ({ top, bottom }: { top: number; bottom: number }) => (top + bottom) / 2 < window.height / 2;
  const above = inView.filter(isAbove).map(({ bottom }) => bottom);
  const below = inView.filter((bar) => !isAbove(bar)).map(({ top }) => top);
  return { top: Math.max(0, ...above), bottom: Math.min(window.height, ...below), left: 0, right: window.width };
};
