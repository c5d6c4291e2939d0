import type { Program } from '@testamur/program';
import type { ReactNode } from 'react';
import styles from './figures.module.css';
import { type FigurePath, Mark } from './provenance-mark.tsx';

/** One thing that the program file says, and where in the file it says so. */
export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** Absent for what is read off other figures. */
  readonly path?: FigurePath;
}

/** Short facts of one part of a program, each with the mark of who says so. */
export const Figures = ({ program, figures }: { program: Program; figures: readonly Figure[] }) =>
  figures.length > 0 && (
    <dl className={styles.figures}>
      {figures.map(({ label, value, path }, at) => (
        // Two facts may have one label, such as two narrower rules; their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed.
        <div key={at} className={styles.figure}>
          <dt>{label}</dt>
          <dd>
            {value}
            {path && <Mark program={program} path={path} />}
          </dd>
        </div>
      ))}
    </dl>
  );
