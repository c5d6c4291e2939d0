import { useLocation } from 'react-router';
import { Facts } from '../../parts/facts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import { broughtAnswers } from './answers.ts';
import type { Hint } from './load-hint.ts';
import { messages } from './messages.ts';

/** Beside a section of the application: what was said of it before. Nothing is filled in by it. */
export const AnswerHint = ({ hint }: { hint: Hint | undefined }) => {
  const t = useText(messages);
  if (hint === undefined) return null;
  const { said, reading } = hint;
  return (
    <Panel title={t('hint')} sunken>
      <Facts stacked facts={said.map(({ prompt, answer }) => ({ label: prompt, value: answer || undefined }))} />
      <p style={{ marginBlock: '8px 0' }}>
        {reading?.state === 'missing' && `${t('hintMissing', { reason: reading.reason })} `}
        {t('hintMore')}
      </p>
    </Panel>
  );
};

/** Before the application begins: the answers in the address will be kept with it. */
export const BroughtNote = () => {
  const t = useText(messages);
  const { search } = useLocation();
  // The base is never seen: only the search matters.
  const answers = broughtAnswers(new URL(search, 'http://localhost'));
  return answers === undefined ? null : <p>{t('brought', { count: Object.keys(answers).length })}</p>;
};
