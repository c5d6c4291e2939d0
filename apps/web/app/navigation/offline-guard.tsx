import { useEffect, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './offline-guard.module.css';

/** Whether the event would leave the page for the server. The exam answers for itself: `data-offline="own"`. */
const leaves = (event: Event): boolean => {
  if (!(event.target instanceof Element) || event.target.closest('[data-offline="own"]')) return false;
  if (event.type === 'submit') return true;
  const link = event.target.closest<HTMLAnchorElement>('a[href]');
  return link !== null && link.origin === window.location.origin && !link.getAttribute('href')?.startsWith('#');
};

/**
 * Without a connection, a link or a form would lose the page and what was typed on it. So the page stays, and says why,
 * until the connection is back.
 */
export const OfflineGuard = () => {
  const t = useText(messages);
  const [stopped, setStopped] = useState(false);
  useEffect(() => {
    const guard = (event: Event) => {
      if (navigator.onLine || !leaves(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setStopped(true);
    };
    const back = () => setStopped(false);
    document.addEventListener('click', guard, true);
    document.addEventListener('submit', guard, true);
    window.addEventListener('online', back);
    return () => {
      document.removeEventListener('click', guard, true);
      document.removeEventListener('submit', guard, true);
      window.removeEventListener('online', back);
    };
  }, []);
  return (
    <div role="alert" data-screen-only>
      {stopped && <p className={styles.bar}>{t('offline')}</p>}
    </div>
  );
};
