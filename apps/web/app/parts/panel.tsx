import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  title?: string;
  /** Beside the title: a link or a small act. */
  acts?: ReactNode;
  /** Set into the page instead of lying on it. */
  sunken?: boolean;
  children: ReactNode;
}

/** A bordered part of a page. Panels are never put into panels. */
export const Panel = ({ title, acts, sunken = false, children }: PanelProps) => {
  const id = useId();
  return (
    <section className={styles.panel} data-sunken={sunken} {...(title ? { 'aria-labelledby': id } : {})}>
      {title && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {acts}
        </div>
      )}
      {children}
    </section>
  );
};
