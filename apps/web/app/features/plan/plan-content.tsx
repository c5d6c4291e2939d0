import { Link } from 'react-router';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { Answers } from './answers.tsx';
import { ClassComparison } from './class-comparison.tsx';
import { CostFigure } from './cost-figure.tsx';
import type { ProgramPlan } from './load-plan.ts';
import { messages } from './messages.ts';
import { figuresOf } from './series.ts';
import { Timeline } from './timeline.tsx';

interface PlanContentProps {
  plans: readonly ProgramPlan[];
  /** Of the page, which the files are made by as well. */
  search: string;
}

/** What it comes to, the course of it, who pays what, and each step. */
export const PlanContent = ({ plans, search }: PlanContentProps) => {
  const t = useText(messages);
  const [first] = plans;
  const withCode = new Set(plans.map(({ plan }) => plan.currency)).size > 1;
  const several = plans.length > 1;
  return (
    <>
      <Answers plans={plans.map(({ plan }) => plan)} withCode={withCode} />
      {plans.map((one) => (
        <ClassComparison key={one.plan.programId} program={one} named={several} withCode={withCode} />
      ))}
      <section aria-labelledby="course">
        <h2 id="course">{t('course')}</h2>
        {figuresOf(plans).map(({ currency, series }) => (
          <CostFigure key={currency} currency={currency} series={series} withCode={withCode} />
        ))}
      </section>
      {plans.map(({ plan }) => (
        <Timeline key={plan.programId} plan={plan} named={several} withCode={withCode} />
      ))}
      <section aria-labelledby="keep">
        <h2 id="keep">{t('keep')}</h2>
        <ul>
          {plans.flatMap(({ plan: { programId, abbreviation: program } }) => [
            <li key={`${programId}-pdf`}>
              <a href={`/plan/${programId}/plan.pdf${search}`}>{t('pdf', { program })}</a>
            </li>,
            <li key={`${programId}-ics`}>
              <a href={`/plan/${programId}/plan.ics${search}`}>{t('calendar', { program })}</a>
            </li>,
            <li key={programId}>
              <Link to={`/programs/${programId}`}>{t('apply', { program })}</Link>
            </li>,
          ])}
        </ul>
      </section>
      <section aria-labelledby="about">
        <h2 id="about">{t('about')}</h2>
        {first && <p>{t.rich('aboutPrices', { date: <Time on={first.plan.assumptions.startOn} /> })}</p>}
        <p>
          {t('aboutEstimates')} {t('aboutSources')}
        </p>
      </section>
    </>
  );
};
