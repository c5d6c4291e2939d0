import type { Standing } from '@testamur/program';
import { Link } from 'react-router';
import { Time } from '../../../parts/time.tsx';
import { holds } from '../../../staff/place.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

interface PapersSectionProps {
  standing: Pick<Standing, 'assessments' | 'status'>;
  /** Of the assessments, by id. */
  titles: Readonly<Record<string, string>>;
  /** Of the candidacy. */
  path: string;
  roles: readonly string[];
  /** The reader may move windows. */
  decides: boolean;
}

/** Windows that can be moved, and the papers that were made. */
export const PapersSection = ({ standing, titles, path, roles, decides }: PapersSectionProps) => {
  const t = useText(messages);
  const windows = standing.assessments.flatMap(({ assessment, kind, state, window }) =>
    window && kind !== 'course' && (state === 'open' || state === 'under-way') ? [{ assessment, window }] : [],
  );
  // Every attempt was taken and none passed: one more can be given, after an appeal for instance.
  const failed = standing.assessments.filter(
    ({ kind, state, retakeFrom }) => kind !== 'course' && state === 'failed' && retakeFrom === undefined,
  );
  const reads = holds({ roles }, 'program-manager', 'auditor');
  const released = standing.assessments.some(({ result }) => result !== undefined);
  const submitted = standing.status !== 'draft';
  return (
    <section className={styles.section}>
      <h2>{t('papers')}</h2>
      <ul>
        {submitted && holds({ roles }, 'program-manager', 'reviewer', 'auditor') && (
          <li>
            <a href={`${path}/application.pdf`}>{t('applicationPdf')}</a>
          </li>
        )}
        {released && holds({ roles }, 'program-manager', 'psychometrician', 'auditor') && (
          <li>
            <a href={`${path}/score-report.pdf`}>{t('scoreReportPdf')}</a>
          </li>
        )}
        {windows.map(({ assessment, window }) => (
          <li key={assessment}>
            {t.rich('windowOf', {
              title: titles[assessment] ?? '',
              from: <Time key="from" at={window.from} show="day" />,
              until: <Time key="until" at={window.until} show="day" />,
            })}{' '}
            {reads && <a href={`${path}/authorization/${assessment}`}>{t('authorizationPdf')}</a>}{' '}
            {decides && <Link to={`${path}/window/${assessment}`}>{t('extend')}</Link>}
          </li>
        ))}
        {decides &&
          failed.map(({ assessment }) => (
            <li key={assessment}>
              {t('failedOf', { title: titles[assessment] ?? '' })}{' '}
              <Link to={`${path}/again/${assessment}`}>{t('again')}</Link>
            </li>
          ))}
      </ul>
    </section>
  );
};
