import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import styles from './bars.module.css';
import { messages } from './messages.ts';

interface FootBarProps {
  id: string;
  answered: number;
  flags: number;
  /** Not on the first item: there is nothing before it. */
  hasPrevious: boolean;
  /** Not in the review. */
  hasNext: boolean;
  inReview: boolean;
  /** On a narrow screen: flag and tools. */
  tools: ReactNode;
  /** What has to be said, above the controls, which never move. */
  notices: ReactNode;
  onPrevious: () => void;
  onReview: () => void;
  onNext: () => void;
}

/** Previous, all, next: always in the same place. */
export const FootBar = (props: FootBarProps) => {
  const { id, answered, flags, hasPrevious, hasNext, inReview, tools, notices, onPrevious, onReview, onNext } = props;
  const t = useText(messages);
  return (
    <div className={styles.foot} data-keeps-clear>
      {notices}
      <div className={styles.toolsNarrow}>{tools}</div>
      <nav id={id} tabIndex={-1} className={styles.ways} aria-label={t('navigation')}>
        <button type="button" className={styles.button} data-gone={!hasPrevious} onClick={onPrevious}>
          <Icon of={IconChevronLeft} />
          {t('previous')}
        </button>
        <button
          type="button"
          className={styles.button}
          {...(inReview ? { 'aria-current': 'page' as const } : {})}
          onClick={onReview}
        >
          <span className={styles.wide}>{t('reviewAll', { answered, flags })}</span>
          <span className={styles.narrow}>{t('reviewShort')}</span>
        </button>
        <button type="button" className={styles.button} data-main="true" data-gone={!hasNext} onClick={onNext}>
          {t('next')}
          <Icon of={IconChevronRight} />
        </button>
      </nav>
    </div>
  );
};
