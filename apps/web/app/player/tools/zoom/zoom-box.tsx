import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import { freeArea } from '../window/free-area.ts';
import { takeKey } from '../window/take-key.ts';
import styles from './zoom.module.css';
import { keepMiddle, panned, wayOfKey, type ZoomLevel } from './zoom.ts';

interface ZoomBoxProps {
  readonly level: ZoomLevel;
  readonly box: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}

/**
 * The item as it is at 100 %. Beyond, the same layout is seen larger through a box of the size of the window, which the
 * arrow keys move when it has focus; the item is never taken out of the page, so that answers and focus stay.
 */
export const ZoomBox = ({ level, box, children }: ZoomBoxProps) => {
  const t = useText(messages);
  const before = useRef<ZoomLevel>(level);
  const [room, setRoom] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const measure = () => {
      const parent = box.current?.parentElement;
      if (!parent) return;
      const { top, bottom } = freeArea();
      setRoom({ width: parent.clientWidth, height: Math.max(240, bottom - top - 16) });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [box]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || before.current === level) return;
    const view = { width: element.clientWidth, height: element.clientHeight };
    const rtl = getComputedStyle(element).direction === 'rtl';
    const at = { left: element.scrollLeft, top: element.scrollTop };
    if (before.current === 100) {
      // What was seen first is seen first, and the box comes wholly into sight.
      const { top } = element.getBoundingClientRect();
      const free = freeArea();
      element.scrollTo({ left: 0, top: (Math.max(0, free.top - top) * level) / 100 });
      window.scrollBy({ top: top - free.top - 8 });
    } else element.scrollTo(keepMiddle(at, view, before.current, level, rtl));
    before.current = level;
  }, [box, level]);
  const zoomed = level > 100;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const element = event.currentTarget;
    const way = wayOfKey(event.key);
    const isOwn = event.target === element && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!zoomed || !isOwn || way === undefined) return;
    takeKey(event);
    element.scrollBy(panned({ width: element.clientWidth, height: element.clientHeight }, way));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a region that scrolls when the item is seen larger.
    <div
      ref={box}
      className={zoomed ? styles.box : styles.plain}
      {...(zoomed
        ? {
            role: 'region',
            tabIndex: 0,
            'aria-label': t('zoomedItem', { size: level }),
            style: { maxBlockSize: room?.height },
          }
        : {})}
      onKeyDown={onKeyDown}
    >
      <div
        className={styles.item}
        style={zoomed ? { zoom: level / 100, ...(room === undefined ? {} : { inlineSize: room.width }) } : {}}
      >
        {children}
      </div>
    </div>
  );
};
