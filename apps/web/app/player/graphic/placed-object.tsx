import type { MediaObject } from '@testamur/qti';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { directionOf, directions, inside, type Point, percent, type Size } from './geometry.ts';
import { pointUnder } from './on-image.ts';
import styles from './stage.module.css';

interface PlacedObjectProps {
  readonly image: MediaObject;
  /** The middle of the object, from its left and top; null: its own middle. */
  readonly center: readonly [number, number] | null;
  readonly point: Point;
  readonly size: Size;
  readonly locked: boolean;
  readonly isKey?: boolean;
  readonly name: string;
  onMove?(point: Point): void;
  onSaid?(point: Point): void;
  onRemove?(): void;
}

/** An object on the stage, its middle at the point: dragged by pointer, moved by arrow keys. */
export const PlacedObject = (props: PlacedObjectProps) => {
  const { image, center, point, size, locked, isKey = false, name, onMove, onSaid, onRemove } = props;
  const [drag, setDrag] = useState<Point | null>(null);
  const grip = useRef<Point>({ x: 0, y: 0 });
  const shown = drag ?? point;
  const width = image.width ?? 0;
  const height = image.height ?? 0;
  const middle = center && width > 0 && height > 0 ? [center[0] / width, center[1] / height] : [0.5, 0.5];

  const under = (event: PointerEvent<HTMLElement>) => {
    const stage = event.currentTarget.parentElement ?? event.currentTarget;
    return pointUnder(event, stage, size);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (locked || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = under(event);
    grip.current = { x: at.x - point.x, y: at.y - point.y };
    setDrag(point);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (drag === null) return;
    const at = under(event);
    setDrag(inside({ x: at.x - grip.current.x, y: at.y - grip.current.y }, size));
  };
  const onPointerUp = () => {
    if (drag === null) return;
    setDrag(null);
    if (drag.x === point.x && drag.y === point.y) return;
    onMove?.(drag);
    onSaid?.(drag);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (locked) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      return onRemove?.();
    }
    if (event.key === 'Escape') return setDrag(null);
    const direction = directionOf(event.key);
    if (direction === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    const { x, y } = directions[direction];
    onMove?.(inside({ x: point.x + by * x, y: point.y + by * y }, size));
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (!locked && directionOf(event.key) !== undefined) onSaid?.(point);
  };
  return (
    <button
      type="button"
      className={styles.object}
      data-key={isKey}
      data-dragging={drag !== null}
      aria-label={name}
      aria-disabled={locked}
      style={{
        insetInlineStart: percent(shown.x, size.width),
        insetBlockStart: percent(shown.y, size.height),
        translate: `${-100 * (middle[0] ?? 0.5)}% ${-100 * (middle[1] ?? 0.5)}%`,
        ...(width > 0 ? { inlineSize: percent(width, size.width) } : {}),
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
    >
      <img src={image.sources[0]?.data} alt="" draggable={false} />
    </button>
  );
};
