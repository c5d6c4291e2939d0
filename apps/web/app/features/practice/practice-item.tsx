import { useMounted } from '@mantine/hooks';
import { IconCircle, IconCircleCheck, IconCircleHalf2, IconCircleX } from '@tabler/icons-react';
import type { ItemResponse, PlainValue } from '@testamur/qti';
import { useId, useMemo, useState } from 'react';
import type { Api } from '../../api.ts';
import { fieldId, useField } from '../../forms/form-problem.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { valuesOf } from '../../player/answers/response.ts';
import { type Host, ItemBody } from '../../player/item-body.tsx';
import { allSupports } from '../../player/supports/cards.ts';
import { SupportsMenu } from '../../player/supports/supports-menu.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './practice.module.css';
import { fieldOf, fields, needsScript, type Practiced } from './responses.ts';

export type Score = Awaited<ReturnType<Api['guide']['scorePractice']>>;
type ItemReport = Score['items'][number];

interface PracticeItemProps {
  practiced: Practiced;
  topic: string;
  /** "Item 3 of 20". */
  heading: string;
  response: ItemResponse | undefined;
  onChange: (responseIdentifier: string, value: PlainValue) => void;
  /** Once it was checked; an item without an answer has none. */
  report: ItemReport | undefined;
  isScored: boolean;
}

/** One item: what it asks; once checked, whether the answer is right, the key, and why. */
export const PracticeItem = ({
  practiced,
  topic,
  heading,
  response,
  onChange,
  report,
  isScored,
}: PracticeItemProps) => {
  const { identifier, item } = practiced;
  const t = useText(messages);
  const id = useId();
  const field = fieldOf(identifier);
  const { error } = useField(field);
  const host = useMemo<Host>(() => ({ links: 'links', variables: item.customVariables }), [item]);
  const [supports, setSupports] = useState(allSupports);
  const isAlive = useMounted();
  const shown = { onChange, labelledBy: `${id}-heading`, host, supports };
  return (
    <article id={fieldId(field)} tabIndex={-1} className={styles.item} aria-labelledby={`${id}-heading`}>
      <input type="hidden" name={fields.item} value={identifier} />
      <div className={styles.head}>
        <h2 id={`${id}-heading`} className={styles.heading}>
          {heading}
        </h2>
        <div role="status">{isScored && <Verdict report={report} />}</div>
      </div>
      <p className={styles.topic}>{t('topic', { topic })}</p>
      {error && <p className={styles.error}>{error}</p>}
      {needsScript(item) && report === undefined && (
        <noscript>
          <p>{t('needsScript')}</p>
        </noscript>
      )}
      {report === undefined ? (
        <ItemBody key="open" {...shown} view={item} values={valuesOf(practiced, response)} mode="open" />
      ) : (
        <ItemBody
          key="review"
          {...shown}
          view={report.item}
          values={valuesOf(practiced, report.response)}
          mode="review"
          correct={report.key}
        />
      )}
      {isAlive && item.catalogs.length > 0 && (
        <Disclosure label={t('supports')}>
          <SupportsMenu catalogs={item.catalogs} wishes={supports} onChange={setSupports} />
        </Disclosure>
      )}
      {report && report.rationale !== '' && (
        <p className={styles.rationale}>
          <strong>{t('why')}</strong> {report.rationale}
        </p>
      )}
    </article>
  );
};

const verdictOf = ({ correct, score, maxScore }: ItemReport) => {
  if (maxScore === 0) return 'open';
  if (correct) return 'right';
  return score > 0 ? 'part' : 'wrong';
};

const icons = { right: IconCircleCheck, part: IconCircleHalf2, wrong: IconCircleX, open: IconCircle } as const;

const Verdict = ({ report }: { report: ItemReport | undefined }) => {
  const t = useText(messages);
  const tone = report ? verdictOf(report) : 'open';
  const words = {
    right: () => t('right1'),
    part: () => t('part1', { score: report?.score ?? 0, most: report?.maxScore ?? 0 }),
    wrong: () => t('wrong1'),
    open: () => t(report ? 'unscored1' : 'open1'),
  };
  return (
    <span className={styles.verdict} data-tone={tone}>
      <Icon of={icons[tone]} />
      {words[tone]()}
    </span>
  );
};
