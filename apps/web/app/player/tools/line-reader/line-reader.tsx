import { IconGripHorizontal, IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import { freeArea } from '../window/free-area.ts';
import { takeKey } from '../window/take-key.ts';
import styles from './line-reader.module.css';
import { heightOf, lineOf, linesOfKey, MOST_LINES, movedBy, movedTo, type Opening, openingIn } from './opening.ts';

interface LineReaderProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly level: number;
  readonly say: (text: string) => void;
  readonly onClose: () => void;
}

/** The height of a line of the item as it is shown. */
const lineHeightIn = (root: HTMLElement | null): number => {
  const text = root?.querySelector('.qti-body') ?? root;
  if (!text) return 28;
  const { lineHeight, fontSize } = getComputedStyle(text);
  const height = Number.parseFloat(lineHeight);
  const scale = text instanceof HTMLElement ? text.getBoundingClientRect().width / (text.offsetWidth || 1) : 1;
  return (Number.isFinite(height) ? height : 1.5 * Number.parseFloat(fontSize)) * (scale > 1 ? scale : 1);
};

/**
 * Dims all but a few lines of the item. The mask lets every press through and ends at the bars; what takes focus is
 * brought into the opening.
 */
export const LineReader = ({ root, level, say, onClose }: LineReaderProps) => {
  const t = useText(messages);
  const grip = useRef<HTMLDivElement>(null);
  const held = useRef<number | undefined>(undefined);
  const [shown, setShown] = useState<{ opening: Opening; lineHeight: number; area: ReturnType<typeof freeArea> }>();
  useLayoutEffect(() => {
    const fit = () => {
      const area = freeArea();
      const lineHeight = lineHeightIn(root.current);
      const start = Math.max(area.top, root.current?.getBoundingClientRect().top ?? area.top);
      setShown((before) => ({
        opening: openingIn(before?.opening ?? { top: start, lines: 2 }, area, lineHeight),
        lineHeight,
        area,
      }));
    };
    fit();
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, [root]);
  const placed = shown !== undefined;
  useEffect(() => {
    if (placed) grip.current?.focus({ preventScroll: true });
  }, [placed]);
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || root.current?.contains(target) !== true) return;
      const box = (target.closest('label') ?? target).getBoundingClientRect();
      setShown((now) => now && { ...now, opening: movedTo(now.opening, box, now.area, now.lineHeight) });
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [root]);
  if (shown === undefined) return null;
  const { opening, lineHeight, area } = shown;
  const place = (wanted: Opening) => setShown({ ...shown, opening: openingIn(wanted, area, lineHeight) });
  const resize = (by: number) => {
    const lines = Math.max(1, Math.min(MOST_LINES, opening.lines + by));
    place({ ...opening, lines });
    say(t('linesOpen', { lines }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const lines = linesOfKey(event.key);
    if (lines !== undefined) {
      const { opening: after, scroll } = movedBy(opening, lines, area, lineHeight);
      setShown({ ...shown, opening: after });
      if (scroll !== 0) window.scrollBy({ top: scroll });
    } else if (event.key === '+' || event.key === '=') resize(1);
    else if (event.key === '-') resize(-1);
    else return;
    takeKey(event);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = event.clientY - opening.top;
  };
  const release = () => {
    held.current = undefined;
  };
  const end = opening.top + heightOf(opening, lineHeight);
  const { line, lines } = lineOf(opening, area, lineHeight);
  // At the foot there is no room below the opening: the handle stands above it.
  const above = end + 52 > area.bottom;
  return (
    <div className={styles.reader} style={{ zIndex: 5 }}>
      <div className={styles.mask} style={{ insetBlockStart: area.top, blockSize: opening.top - area.top }} />
      <div className={styles.mask} style={{ insetBlockStart: end, blockSize: Math.max(0, area.bottom - end) }} />
      <section
        aria-label={t('line-reader')}
        data-tool-window=""
        className={styles.handle}
        style={{ insetBlockStart: above ? opening.top - 48 : end + 4, zIndex: 10 + level }}
        onKeyDown={onKeyDown}
      >
        <div
          ref={grip}
          role="slider"
          tabIndex={0}
          aria-label={t('readerGrip')}
          aria-orientation="vertical"
          aria-valuemin={1}
          aria-valuemax={lines}
          aria-valuenow={line}
          aria-valuetext={t('readerPlace', { line, lines })}
          className={styles.grip}
          onPointerDown={onPointerDown}
          onPointerMove={(event) => {
            if (held.current !== undefined) place({ ...opening, top: event.clientY - held.current });
          }}
          onPointerUp={release}
          onPointerCancel={release}
        >
          <Icon of={IconGripHorizontal} />
        </div>
        <button type="button" className={styles.button} aria-label={t('fewerLines')} onClick={() => resize(-1)}>
          <Icon of={IconMinus} />
        </button>
        <span className={styles.lines}>{t('lines', { lines: opening.lines })}</span>
        <button type="button" className={styles.button} aria-label={t('moreLines')} onClick={() => resize(1)}>
          <Icon of={IconPlus} />
        </button>
        <button
          type="button"
          className={styles.button}
          aria-label={t('close', { tool: t('line-reader') })}
          onClick={onClose}
        >
          <Icon of={IconX} />
        </button>
      </section>
    </div>
  );
};
