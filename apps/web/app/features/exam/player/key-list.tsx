import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './tools.module.css';

const rows = [
  ['keyArrows', 'keyArrowsDo'],
  ['keyDigits', 'keyDigitsDo'],
  ['keyStrike', 'keyStrikeDo'],
  ['keyFlag', 'keyFlagDo'],
  ['keyMove', 'keyMoveDo'],
  ['keyReview', 'keyReviewDo'],
  ['keyTime', 'keyTimeDo'],
  ['keyTools', 'keyToolsDo'],
  ['keyAround', 'keyAroundDo'],
  ['keyHelp', 'keyHelpDo'],
  ['keyClose', 'keyCloseDo'],
] as const;

export const KeyList = () => {
  const t = useText(messages);
  return (
    <table className={styles.keys}>
      <caption>{t('keys')}</caption>
      <thead className="t-hidden">
        <tr>
          <th scope="col">{t('key')}</th>
          <th scope="col">{t('does')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{t(key)}</kbd>
            </th>
            <td>{t(does)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2}>{t('keysHint')}</td>
        </tr>
      </tfoot>
    </table>
  );
};
