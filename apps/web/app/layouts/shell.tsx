import type { ReactNode } from 'react';
import type { Area } from '../feature-routes.ts';
import { Notice, type NoticeKind } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import { useDemonstration } from '../viewer.ts';
import { messages } from './messages.ts';
import { PrintFoot } from './print-foot.tsx';
import styles from './shell.module.css';

interface ShellProps {
  area: Exclude<Area, 'resource' | 'link'>;
  header?: ReactNode;
  /** Beside the content where there is room. */
  rail?: ReactNode;
  footer?: ReactNode;
  /** The data here are for practice; else the installation as a whole may hold demonstration data. */
  practice?: NoticeKind | undefined;
  children: ReactNode;
}

/** The frame of every area: skip link, demonstration bar, header, content, footer, in the order that they are read. */
export const Shell = ({ area, header, rail, footer, practice, children }: ShellProps) => {
  const t = useText(messages);
  const demonstration = useDemonstration() ? 'demonstration' : undefined;
  const notice = practice ?? demonstration;
  return (
    <div data-area={area} className={styles.shell}>
      <a href="#content" className="t-hidden t-skip" data-screen-only>
        {t('skip')}
      </a>
      {notice && <Notice kind={notice} />}
      {header}
      <div className={styles.middle}>
        {rail}
        <main id="content" tabIndex={-1} className={styles.main}>
          {children}
        </main>
      </div>
      {footer}
      <PrintFoot />
    </div>
  );
};
