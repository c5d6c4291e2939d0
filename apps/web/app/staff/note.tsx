import type { ReactNode } from 'react';
import styles from './staff.module.css';

/** Says why something cannot be done here, or by this reader, in place of a button that cannot be pressed. */
export const Note = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className={styles.note}>
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);
