import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useText } from '../text/use-text.ts';
import styles from './back-link.module.css';
import { Icon } from './icon.tsx';
import { messages } from './messages.ts';

/** Above the heading: one step up, named. */
export const BackLink = ({ to, children }: { to: string; children?: string }) => {
  const t = useText(messages);
  return (
    <Link to={to} className={styles.back} data-screen-only>
      <Icon of={IconChevronLeft} />
      {children ?? t('back')}
    </Link>
  );
};
