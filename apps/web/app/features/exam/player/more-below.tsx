import { IconArrowDown } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import bars from './bars.module.css';
import { messages } from './messages.ts';
import styles from './player.module.css';

/** Stays until the end of a long item was in view; it covers nothing that can be pressed. */
export const MoreBelow = ({ end }: { end: RefObject<HTMLElement | null> }) => {
  const t = useText(messages);
  const [below, setBelow] = useState(false);
  useEffect(() => {
    const target = end.current;
    if (!target) return;
    // What lies behind the bar at the foot is not in view.
    const observer = new IntersectionObserver(([entry]) => setBelow(entry !== undefined && !entry.isIntersecting), {
      rootMargin: '0px 0px -64px 0px',
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, [end]);
  if (!below) return null;
  return (
    <div className={styles.more}>
      <button
        type="button"
        className={bars.button}
        onClick={() => window.scrollBy({ top: window.innerHeight * 0.6, behavior: 'instant' })}
      >
        {t('moreBelow')}
        <Icon of={IconArrowDown} />
      </button>
    </div>
  );
};
