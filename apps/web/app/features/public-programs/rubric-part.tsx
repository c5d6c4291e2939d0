import type { Portfolio } from '@testamur/program';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** The whole rubric: candidates see what examiners rate by. */
export const RubricPart = ({ portfolio }: { portfolio: Portfolio }) => {
  const t = useText(messages);
  const most = portfolio.rubric.criteria.reduce(
    (sum, criterion) => sum + Math.max(...criterion.levels.map((level) => level.points)),
    0,
  );
  return (
    <>
      <h3>{t('rubric')}</h3>
      <p>{t('passPortfolio', { points: portfolio.pass.points, most, minimum: portfolio.pass.minimumPerCriterion })}</p>
      {portfolio.rubric.criteria.map((criterion) => (
        <div key={criterion.id}>
          <h4>{criterion.title}</h4>
          <p>{criterion.description}</p>
          <dl>
            {criterion.levels.map((level) => (
              <div key={level.points}>
                <dt>
                  <strong>{level.label}</strong>, {t('points', { points: level.points })}
                </dt>
                <dd>{level.descriptor}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  );
};
