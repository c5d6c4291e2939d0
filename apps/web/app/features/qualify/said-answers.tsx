import { Link } from 'react-router';
import { Facts } from '../../parts/facts.tsx';
import { useText } from '../../text/use-text.ts';
import { type Answers, qualifyPath, without } from './answers.ts';
import type { Interview } from './interview.ts';
import { messages } from './messages.ts';

interface SaidAnswersProps {
  interview: Interview;
  answers: Answers;
  programs: readonly string[];
}

/** What was answered so far, each with the way to change it. */
export const SaidAnswers = ({ interview: { answered }, answers, programs }: SaidAnswersProps) => {
  const t = useText(messages);
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t('said')}</h2>
      <Facts
        stacked
        facts={answered.map(({ key, prompt, answer }) => ({
          label: prompt,
          // Answers to other steps of a scale are kept, though no option here stands for them.
          value: answer.map(({ label }) => label).join('; ') || answers[key],
          act: (
            <Link to={qualifyPath(without(answers, key), programs)}>
              {t('change')}
              <span className="t-hidden"> {prompt}</span>
            </Link>
          ),
        }))}
      />
      <p>
        <Link to={qualifyPath({}, programs)}>{t('startAgain')}</Link>
      </p>
    </section>
  );
};
