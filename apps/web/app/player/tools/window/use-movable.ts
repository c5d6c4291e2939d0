import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { freeArea } from './free-area.ts';
import { byKey, firstPlace, keptIn, middleKeptIn, type Point } from './place.ts';
import { takeKey } from './take-key.ts';

export interface Movable {
  /** Undefined until it has been measured. */
  readonly at: Point | undefined;
  readonly maxHeight: number | undefined;
  readonly handle: {
    onKeyDown(event: KeyboardEvent): void;
    onPointerDown(event: PointerEvent): void;
    onPointerMove(event: PointerEvent): void;
    onPointerUp(event: PointerEvent): void;
    onPointerCancel(event: PointerEvent): void;
  };
}

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight });

/** A box that is moved by pointer or arrow keys and keeps clear of the bars, also when the window changes. */
export const useMovable = (box: RefObject<HTMLElement | null>, others = 0, keep: 'all' | 'middle' = 'all'): Movable => {
  const [at, setAt] = useState<Point>();
  const [maxHeight, setMaxHeight] = useState<number>();
  const grip = useRef<Point | undefined>(undefined);
  const place = useCallback(
    (wanted: (before: Point | undefined, element: HTMLElement) => Point) =>
      setAt((before) => {
        const element = box.current;
        if (element === null) return before;
        const kept = keep === 'all' ? keptIn : middleKeptIn;
        return kept(wanted(before, element), sizeOf(element), freeArea());
      }),
    [box, keep],
  );
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const fit = () => {
      const area = freeArea();
      setMaxHeight(area.bottom - area.top);
      const direction = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
      place((before) => before ?? firstPlace(sizeOf(element), area, direction, others));
    };
    fit();
    const sizes = new ResizeObserver(fit);
    sizes.observe(element);
    window.addEventListener('resize', fit);
    return () => {
      sizes.disconnect();
      window.removeEventListener('resize', fit);
    };
  }, [box, place, others]);
  const release = () => {
    grip.current = undefined;
  };
  return {
    at,
    maxHeight,
    handle: {
      onKeyDown: (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || at === undefined) return;
        const to = byKey(at, event.key, event.shiftKey);
        if (to === undefined) return;
        takeKey(event);
        place(() => to);
      },
      onPointerDown: (event) => {
        const onButton = event.target instanceof Element && event.target.closest('button:not([data-grip])') !== null;
        if (event.button !== 0 || onButton || at === undefined) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX - at.x, y: event.clientY - at.y };
      },
      onPointerMove: (event) => {
        const held = grip.current;
        if (held !== undefined) place(() => ({ x: event.clientX - held.x, y: event.clientY - held.y }));
      },
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
};
