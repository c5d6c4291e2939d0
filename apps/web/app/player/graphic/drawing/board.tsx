import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import { directionOf, directions, inside, type Point, percent, type Size } from '../geometry.ts';
import { messages } from '../messages.ts';
import { pointUnder } from '../on-image.ts';
import styles from '../stage.module.css';
import { paint } from './paint.ts';
import type { Pen, Stroke } from './strokes.ts';

interface BoardProps {
  readonly size: Size;
  readonly strokes: readonly Stroke[];
  readonly pen: Pen;
  onStroke(stroke: Stroke): void;
  say(text: string): void;
  readonly labelledBy: string;
  readonly describedBy: string;
}

/** The surface to draw on, by pointer or by a pen that arrow keys move. */
export const Board = ({ size, strokes, pen, onStroke, say, labelledBy, describedBy }: BoardProps) => {
  const t = useText(messages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [current, setCurrent] = useState<readonly Point[]>([]);
  const [place, setPlace] = useState<Point>({ x: Math.round(size.width / 2), y: Math.round(size.height / 2) });
  const [isDown, setDown] = useState(false);
  const [isFocused, setFocused] = useState(false);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, size.width, size.height);
    paint(context, current.length === 0 ? strokes : [...strokes, { ...pen, points: current }], size);
  }, [strokes, current, pen, size]);

  const finish = () => {
    setDown(false);
    setCurrent([]);
    if (current.length > 0) onStroke({ ...pen, points: current });
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || current.length > 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointUnder(event, event.currentTarget, size);
    setPlace(point);
    setCurrent([point]);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (current.length === 0 || isDown) return;
    const point = pointUnder(event, event.currentTarget, size);
    setPlace(point);
    setCurrent([...current, point]);
  };
  const onPointerUp = () => {
    if (!isDown) finish();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (event.repeat) return;
      if (isDown) {
        finish();
        return say(t('penUp'));
      }
      setDown(true);
      setCurrent([place]);
      return say(t('penDown'));
    }
    if (event.key === 'Escape' && isDown) return finish();
    const direction = directionOf(event.key);
    if (direction === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? 20 : 4;
    const { x, y } = directions[direction];
    const point = inside({ x: place.x + by * x, y: place.y + by * y }, size);
    setPlace(point);
    if (isDown) setCurrent([...current, point]);
  };
  const stage = {
    role: 'application',
    tabIndex: 0,
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: onPointerUp,
    onKeyDown,
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false);
      if (isDown) finish();
    },
  };
  return (
    <div className={styles.drawing} {...stage}>
      <canvas ref={canvas} className={styles.canvas} width={size.width} height={size.height} />
      {isFocused && (
        <span
          className={styles.cross}
          data-down={isDown}
          aria-hidden="true"
          style={{ insetInlineStart: percent(place.x, size.width), insetBlockStart: percent(place.y, size.height) }}
        />
      )}
    </div>
  );
};
