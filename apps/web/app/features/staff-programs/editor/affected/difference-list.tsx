import type { Difference, LineDifference } from '@testamur/program';
import { useDocument } from '../../../../document/document-context.ts';
import { formatInstant } from '../../../../parts/format-time.ts';
import { staffStatusWords, statusWords } from '../../../../parts/status-words.ts';
import { useSay } from '../../../../text/use-say.ts';
import { useText } from '../../../../text/use-text.ts';
import styles from '../editor.module.css';
import { messages } from './messages.ts';

const Line = ({ line }: { line: LineDifference }) => {
  const t = useText(messages);
  const say = useSay();
  const { title, before, after } = line;
  const stateOf = (side: LineDifference['before']) => (side ? t(`state.${side.state}`) : t('missing'));
  const reason = after?.reason ?? before?.reason;
  return (
    <li>
      {t('line', { title: say(title), before: stateOf(before), after: stateOf(after) })}{' '}
      {reason && <span className={styles.quiet}>{t('because', { reason: say(reason) })}</span>}
    </li>
  );
};

const isForStaff = (key: string): key is keyof typeof staffStatusWords => Object.hasOwn(staffStatusWords, key);

/** A status of the candidacy in the words that staff read. */
const useStatusWords = () => {
  const words = useText(statusWords);
  const ofStaff = useText(staffStatusWords);
  return (status: Difference['before']): string => {
    const key = `candidacy.${status}` as const;
    return isForStaff(key) ? ofStaff(key) : words(key);
  };
};

/** What another edition would have meant for one candidacy, at each moment that it was decided on. */
export const DifferenceList = ({ differences }: { differences: readonly Difference[] }) => {
  const t = useText(messages);
  const said = useStatusWords();
  const { locale, zone } = useDocument();
  return differences.map(({ at, moment, lines, before, after }) => (
    <div key={`${moment} ${at}`}>
      <strong>
        {moment === 'now'
          ? t('moment.now')
          : t('at', { moment: t(`moment.${moment}`), date: formatInstant(at, { locale, zone, show: 'day' }) })}
      </strong>
      <ul className={styles.changes}>
        {before !== after && <li>{t('status', { before: said(before), after: said(after) })}</li>}
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </div>
  ));
};
