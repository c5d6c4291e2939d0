import { Link } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { NextStepCard } from '../../parts/next-step-card.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import type { AssessmentReport } from './report.ts';
import { pointsOf, TopicFigure } from './topic-figure.tsx';

interface ResultProps {
  report: AssessmentReport;
  earlier: readonly AssessmentReport[];
  candidacyPath: string;
  handbookPath: string;
  now: string;
}

/** After a failed attempt: what can be done now comes before how it came about. */
const NextStep = ({ report, candidacyPath, handbookPath, now }: Omit<ResultProps, 'earlier'>) => {
  const t = useText(messages);
  const again = report.attemptsLeft > 0;
  const { retakeFrom } = report;
  return (
    <NextStepCard
      title={t(again ? 'nextRetake' : 'noAttempt')}
      waitingFor={t(again ? 'you' : 'nobody')}
      yours={again}
      act={<LinkButton to={candidacyPath}>{t(again ? 'toCandidacy' : 'toCandidacyPage')}</LinkButton>}
    >
      {again && (
        <p>
          {retakeFrom !== undefined && retakeFrom > now
            ? t.rich('nextRetakeFrom', { date: <Time key="from" at={retakeFrom} show="day" now={now} /> })
            : t('nextRetakeNow')}{' '}
          {t('attemptsLeft', { count: report.attemptsLeft })}
        </p>
      )}
      {!again && <p>{t('noAttemptDetail')}</p>}
      <p>
        {t.rich('appealUntil', {
          date: <Time key="until" at={report.appealUntil} show="day" now={now} />,
        })}{' '}
        <Link to={handbookPath}>{t('appealHow')}</Link>
      </p>
    </NextStepCard>
  );
};

/** How far the score is from the pass mark, in words. */
const scoreWords = ({ passed, score, passMark }: AssessmentReport) => {
  if (!passed && score >= passMark) return 'scoreButCriterion';
  if (score === passMark) return 'scoreJust';
  return score > passMark ? 'scoreAbove' : 'scoreBelow';
};

/** The score on the scale where the program has one, else in points; how far it is from what is needed. */
const Score = ({ report }: { report: AssessmentReport }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { scaled, score, maxScore, passMark } = report;
  const points = (value: number) => pointsOf(value, locale);
  if (scaled === undefined) {
    return (
      <p>
        {t('score', { score: points(score), max: points(maxScore), mark: points(passMark) })}{' '}
        {t(scoreWords(report), { by: points(Math.abs(score - passMark)) })}
      </p>
    );
  }
  return (
    <>
      <p>
        {t('scaled', {
          score: points(scaled.score),
          lowest: points(scaled.lowest),
          highest: points(scaled.highest),
          cut: points(scaled.cut),
        })}
      </p>
      <p>{t('scaledFrom', { score: points(score), max: points(maxScore), mark: points(passMark) })}</p>
    </>
  );
};

/** One assessment: words, then next step, then numbers. */
export const AssessmentResult = (props: ResultProps) => {
  const { report, earlier, handbookPath, now } = props;
  const t = useText(messages);
  const { locale } = useDocument();
  const { title, kind, passed, maxScore, passMark, topics, comments } = report;
  const points = (value: number) => pointsOf(value, locale);
  const isExam = kind === 'exam';
  return (
    <section aria-label={title}>
      <h2>{t(passed ? 'passed' : 'failed', { title })}</h2>
      {!passed && <NextStep {...props} />}
      {kind === 'course' ? <p>{t('course')}</p> : <Score report={report} />}
      <p>
        {t.rich('attempt', {
          attempt: report.attempt,
          date: <Time key="at" at={report.releasedAt} show="day" />,
        })}
      </p>
      {kind !== 'course' && topics.length > 0 && (
        <>
          <h3>{t(isExam ? 'topics' : 'criteria')}</h3>
          <TopicFigure topics={topics} passMark={passMark} maxScore={maxScore} />
          {isExam && topics.some(({ marginPoints }) => marginPoints === 0) && <p>{t('extremesNote')}</p>}
          {isExam && <p>{t('topicNote')}</p>}
        </>
      )}
      {comments.length > 0 && (
        <>
          <h3>{t('comments')}</h3>
          <dl>
            {comments.map(({ criterion, comment }) => (
              <div key={criterion}>
                <dt>
                  <strong>{criterion}</strong>
                </dt>
                <dd style={{ marginInlineStart: 0, marginBlockEnd: 12 }}>{comment}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {passed && (
        <p>
          {t.rich('appealUntil', {
            date: <Time key="until" at={report.appealUntil} show="day" now={now} />,
          })}{' '}
          <Link to={handbookPath}>{t('appealHow')}</Link>
        </p>
      )}
      {earlier.length > 0 && (
        <>
          <h3>{t('earlier')}</h3>
          <ul>
            {earlier.map((before) => (
              <li key={before.attempt}>
                {t.rich(before.passed ? 'earlierPassed' : 'earlierFailed', {
                  attempt: before.attempt,
                  score: points(before.score),
                  max: points(before.maxScore),
                  date: <Time key="at" at={before.releasedAt} show="day" />,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
