/** Percent; 100 is the item as it is. */
export const zoomLevels = [100, 150, 200, 300, 400] as const;
export type ZoomLevel = (typeof zoomLevels)[number];

export interface Scroll {
  readonly left: number;
  readonly top: number;
}

interface View {
  readonly width: number;
  readonly height: number;
}

/** Where to scroll so that the middle of the view stays in the middle. Right to left, `left` counts below zero. */
export const keepMiddle = (before: Scroll, view: View, from: ZoomLevel, to: ZoomLevel, rtl = false): Scroll => {
  const scaled = (start: number, extent: number) => ((start + extent / 2) * to) / from - extent / 2;
  const left = scaled(Math.abs(before.left), view.width);
  return { left: Math.max(0, left) * (rtl ? -1 : 1), top: Math.max(0, scaled(before.top, view.height)) };
};

export type Way = 'up' | 'down' | 'left' | 'right';

/** A fifth of the view: what was read stays in sight. */
const STEP = 0.2;

export const panned = ({ width, height }: View, way: Way): Scroll => ({
  left: way === 'left' ? -width * STEP : way === 'right' ? width * STEP : 0,
  top: way === 'up' ? -height * STEP : way === 'down' ? height * STEP : 0,
});

const ways: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

export const wayOfKey = (key: string): Way | undefined => ways[key];
