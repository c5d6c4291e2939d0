import { Disclosure } from '../../../parts/disclosure.tsx';
import { Status } from '../../../parts/status.tsx';
import { Time } from '../../../parts/time.tsx';
import { requirementTones } from '../../../staff/staff-tones.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import type { ClaimContext } from '../claims/claim-context.ts';
import { ClaimView } from '../claims/claim-view.tsx';
import { StatementList } from '../claims/statement-list.tsx';
import type { ExperienceReview } from '../experience.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';
import type { RequirementReview } from '../review.ts';
import { VerdictForm } from './verdict-form.tsx';

interface RequirementSectionProps extends ClaimContext {
  review: RequirementReview;
  /** The reader may judge it. */
  judges: boolean;
}

const Stated = ({ review, ...context }: ClaimContext & { review: RequirementReview }) => {
  const t = useText(messages);
  const { kind, claim, statements } = review;
  const isReference = kind === 'references';
  const isAsked = isReference || kind === 'training';
  return (
    <>
      {claim && (
        <ClaimView
          claim={claim}
          experience={review.experience}
          stale={review.stale}
          consent={review.consent}
          {...context}
        />
      )}
      {isAsked && (isReference || claim) && <StatementList statements={statements} isReference={isReference} />}
      {!claim && !isReference && (
        <p>{t(kind === 'membership' ? 'byMembership' : kind === 'jurisdiction' ? 'byRegion' : 'nothingStated')}</p>
      )}
    </>
  );
};

/** The whole, and each narrower rule. */
const Tally = ({ tally }: Pick<ExperienceReview, 'tally'>) => {
  const t = useText(messages);
  const amount = ({ unit, counted, needed }: Pick<typeof tally, 'unit' | 'counted' | 'needed'>) =>
    t(`total-${unit}`, { counted, needed });
  return (
    <>
      <p>
        <strong>{amount(tally)}</strong> <span className={styles.quiet}>{t('yearsHow')}</span>
      </p>
      {tally.ofWhich.length > 0 && (
        <ul>
          {tally.ofWhich.map((part) => (
            <li key={part.id}>{t('ofWhich', { title: part.title, amount: amount(part) })}</li>
          ))}
        </ul>
      )}
    </>
  );
};

/** Evidence left, rule right, verdict below the rule. */
export const RequirementSection = ({ review, judges, ...context }: RequirementSectionProps) => {
  const t = useText(messages);
  const say = useSay();
  const { id, title, line, claim, declaredAt, experience, judgment } = review;
  return (
    <section id={`requirement-${id}`} className={styles.section}>
      <h2>
        {title} {line && <Status of="requirement" is={line.state} tone={requirementTones[line.state]} />}
      </h2>
      <div className={styles.columns}>
        <div>
          {declaredAt && claim && (
            <p className={styles.quiet}>{t.rich('stated', { date: <Time key="date" at={declaredAt} /> })}</p>
          )}
          <Stated review={review} {...context} />
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
          {line && (
            <>
              <h3>{t('worth')}</h3>
              {experience && <Tally tally={experience.tally} />}
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
          {judges && review.waits && declaredAt && <VerdictForm review={review} declaredAt={declaredAt} />}
        </div>
      </div>
    </section>
  );
};
