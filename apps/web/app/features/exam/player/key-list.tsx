import { type ToolName, toolLetters, toolMessages } from '../../../player/tools/index.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './tools.module.css';

const ownKeys = [
  ['keyArrows', 'keyArrowsDo'],
  ['keyDigits', 'keyDigitsDo'],
  ['keyStrike', 'keyStrikeDo'],
  ['keyFlag', 'keyFlagDo'],
  ['keyMove', 'keyMoveDo'],
  ['keyReview', 'keyReviewDo'],
  ['keyTime', 'keyTimeDo'],
] as const;

const keysOfTools = [
  ['keyAround', 'keyAroundDo'],
  ['keyHelp', 'keyHelpDo'],
  ['keyClose', 'keyCloseDo'],
] as const;

/** The player's own keys, then the letter of each tool at hand, then those for all tools. */
export const KeyList = ({ tools }: { tools: readonly ToolName[] }) => {
  const t = useText(messages);
  const tTool = useText(toolMessages);
  const own = ownKeys.map(([key, does]) => [t(key), t(does)] as const);
  const letters = tools.map((name) => [toolLetters[name].toUpperCase(), tTool(name)] as const);
  const common = keysOfTools.map(([key, does]) => [t(key), t(does)] as const);
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
        {[...own, ...letters, ...common].map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
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
