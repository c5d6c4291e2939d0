import { IconCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { CandidateItem, InteractionNode } from '@testamur/qti';
import { useId } from 'react';
import type { Api } from '../../api.ts';
import { fieldId, useField } from '../../forms/form-problem.ts';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { Content } from '../exam/player/content.tsx';
import { messages } from './messages.ts';
import styles from './practice.module.css';
import { fieldOf, shownField } from './responses.ts';

export type Score = Awaited<ReturnType<Api['guide']['scorePractice']>>;
type ItemReport = Score['items'][number];

interface PracticeItemProps {
  item: CandidateItem;
  topic: string;
  /** "Item 3 of 20". */
  heading: string;
  response: string | undefined;
  /** Once it was checked; an item without an answer has none. */
  report: ItemReport | undefined;
  isScored: boolean;
}

/** One item: what is asked and its answers; once checked, which one is right and why. */
export const PracticeItem = ({ item, topic, heading, response, report, isScored }: PracticeItemProps) => {
  const t = useText(messages);
  const id = useId();
  const field = fieldOf(item.identifier);
  const { error } = useField(field);
  const answers = (interaction: InteractionNode) => (
    <>
      <div id={`${id}-prompt`} className={styles.prompt}>
        <Content nodes={interaction.prompt} />
      </div>
      <div
        role="radiogroup"
        aria-labelledby={interaction.prompt.length > 0 ? `${id}-prompt` : `${id}-heading`}
        {...(error ? { 'aria-describedby': `${id}-error` } : {})}
        className={styles.choices}
      >
        {interaction.choices.map(({ identifier, content }, at) => {
          const isChosen = response === identifier;
          const isKey = report?.keys.includes(identifier) ?? false;
          const marks = [...(report && isChosen ? [t('yours')] : []), ...(isKey ? [t('key')] : [])];
          return (
            <label key={identifier} className={styles.choice} data-key={isKey}>
              <input
                type="radio"
                name={field}
                value={identifier}
                defaultChecked={isChosen}
                id={at === 0 ? fieldId(field) : `${id}-${identifier}`}
              />
              <span>
                <Content nodes={content} />
                {marks.length > 0 && <span className={styles.marks}> ({marks.join(', ')})</span>}
              </span>
            </label>
          );
        })}
      </div>
    </>
  );
  return (
    <article className={styles.item} aria-labelledby={`${id}-heading`}>
      <input type="hidden" name={shownField} value={item.identifier} />
      <div className={styles.head}>
        <h2 id={`${id}-heading`} className={styles.heading}>
          {heading}
        </h2>
        {isScored && <Verdict report={report} />}
      </div>
      <p className={styles.topic}>{t('topic', { topic })}</p>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <div {...(item.language ? { lang: item.language } : {})}>
        <Content nodes={item.body} interaction={answers} />
      </div>
      {report && report.rationale !== '' && (
        <p className={styles.rationale}>
          <strong>{t('why')}</strong> {report.rationale}
        </p>
      )}
    </article>
  );
};

const Verdict = ({ report }: { report: ItemReport | undefined }) => {
  const t = useText(messages);
  const [icon, words, tone] = report
    ? report.correct
      ? [IconCircleCheck, t('right1'), 'right']
      : [IconCircleX, t('wrong1'), 'wrong']
    : [IconCircle, t('open1'), 'open'];
  return (
    <span className={styles.verdict} data-tone={tone}>
      <Icon of={icon} />
      {words}
    </span>
  );
};
