import type { ReactNode } from 'react';
import styles from './button-row.module.css';

/** The acts at the foot of a form, the main one first. */
export const ButtonRow = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>;
