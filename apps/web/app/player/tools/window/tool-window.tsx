import { IconArrowsMove, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from './tool-window.module.css';
import { useMovable } from './use-movable.ts';

interface ToolWindowProps {
  readonly title: string;
  readonly onClose: () => void;
  /** It was used: it comes to the top. */
  readonly onTop?: () => void;
  /** How many tools stand open already: this one opens a step further in. */
  readonly others?: number;
  /** 1 for the lowest. */
  readonly level: number;
  readonly children: ReactNode;
}

/** A tool beside the item: it locks nothing, is moved by pointer or arrow keys, and never covers the bars. */
export const ToolWindow = ({ title, onClose, onTop, others = 0, level, children }: ToolWindowProps) => {
  const t = useText(messages);
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const { at, maxHeight, handle } = useMovable(box, others);
  const placed = at !== undefined;
  // What is not placed yet is hidden, and takes no focus.
  useEffect(() => {
    if (!placed) return;
    const first = box.current?.querySelector<HTMLElement>('[data-first-focus]') ?? box.current;
    first?.focus({ preventScroll: true });
  }, [placed]);
  return (
    <section
      ref={box}
      tabIndex={-1}
      role="dialog"
      aria-modal="false"
      aria-labelledby={id}
      data-tool-window=""
      className={styles.window}
      style={{
        zIndex: 10 + level,
        maxBlockSize: maxHeight,
        ...(at === undefined ? { visibility: 'hidden' } : { transform: `translate(${at.x}px, ${at.y}px)` }),
      }}
      onPointerDownCapture={onTop}
    >
      <div className={styles.head} {...handle}>
        <button
          type="button"
          data-grip=""
          className={styles.round}
          aria-label={t('move', { tool: title })}
          aria-describedby={`${id}-how`}
        >
          <Icon of={IconArrowsMove} />
        </button>
        <span id={`${id}-how`} hidden>
          {t('moveHow')}
        </span>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <button type="button" className={styles.round} aria-label={t('close', { tool: title })} onClick={onClose}>
          <Icon of={IconX} />
        </button>
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
};
