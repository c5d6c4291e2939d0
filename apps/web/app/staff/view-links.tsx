import type { ReactNode } from 'react';
import styles from './staff.module.css';

/** Links to the views of one list, the one that is shown marked with `aria-current`. */
export const ViewLinks = ({ label, children }: { label: string; children: ReactNode }) => (
  <nav aria-label={label} className={styles.links} data-screen-only>
    {children}
  </nav>
);
