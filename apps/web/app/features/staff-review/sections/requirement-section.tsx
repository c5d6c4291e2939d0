import { Disclosure } from '../../../parts/disclosure.tsx';
import { Status } from '../../../parts/status.tsx';
import { Time } from '../../../parts/time.tsx';
import { requirementTones } from '../../../staff/staff-tones.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { FilesById, RequirementReview } from '../review.ts';
import { ClaimView } from './claim-view.tsx';
import { VerdictForm } from './verdict-form.tsx';

interface RequirementSectionProps {
  review: RequirementReview;
  files: FilesById;
  settings: Readonly<Record<string, string>>;
  candidacyPath: string | undefined;
  /** The reader may judge it. */
  judges: boolean;
}

/** Evidence left, rule right, verdict below the rule. */
export const RequirementSection = ({ review, judges, ...evidence }: RequirementSectionProps) => {
  const t = useText(messages);
  const say = useSay();
  const { id, title, line, claim, declaredAt, years, judgment } = review;
  return (
    <section id={`requirement-${id}`} className={styles.section}>
      <h2>
        {title} {line && <Status of="requirement" is={line.state} tone={requirementTones[line.state]} />}
      </h2>
      <div className={styles.columns}>
        <div>
          {declaredAt && (
            <p className={styles.quiet}>{t.rich('stated', { date: <Time key="date" at={declaredAt} /> })}</p>
          )}
          {claim ? <ClaimView claim={claim} years={years} {...evidence} /> : <p>{t('nothingStated')}</p>}
        </div>
        <div>
          <h3>{t('rule')}</h3>
          <p>{line ? say(line.why.rule) : review.description}</p>
          {review.evidence.length > 0 && (
            <Disclosure label={t('evidenceExpected')} about={title}>
              <ul>
                {review.evidence.map((piece) => (
                  <li key={piece.title}>
                    <strong>{piece.title}</strong>: {piece.description}
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
          {claim && line && (
            <>
              <h3>{t('worth')}</h3>
              {years && (
                <p>
                  <strong>{t('yearsTotal', { total: years.total, needed: years.needed })}</strong>{' '}
                  <span className={styles.quiet}>{t('yearsHow')}</span>
                </p>
              )}
              <p>{say(line.why.reason)}</p>
            </>
          )}
          {judgment && (
            <div className={styles.verdict} data-verdict={judgment.verdict}>
              <p>
                <strong>{t(`verdict.${judgment.verdict}`)}</strong>
              </p>
              <p>{judgment.reason}</p>
              <p className={styles.quiet}>
                {t.rich('verdictBy', { who: judgment.who, date: <Time key="date" at={judgment.at} /> })}
              </p>
            </div>
          )}
          {judges && review.waits && claim && declaredAt && (
            <VerdictForm requirement={id} title={title} declaredAt={declaredAt} claim={claim} />
          )}
        </div>
      </div>
    </section>
  );
};
