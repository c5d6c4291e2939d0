import type { StandingLine } from '@testamur/program';
import { useDocument } from '../../../document/document-context.ts';
import { Status } from '../../../parts/status.tsx';
import { inSentence } from '../../../text/in-sentence.ts';
import { useSay } from '../../../text/use-say.ts';
import styles from './standing.module.css';

/** What is waited for has a word of its own where the kind of the line says what it is. */
const waiting = {
  requirement: 'waiting-for-review',
  fee: undefined,
  assessment: 'waiting-for-results',
  decision: 'waiting-for-decision',
  renewal: 'waiting-for-review',
} as const satisfies Record<StandingLine['kind'], string | undefined>;

interface LineStatusProps {
  line: StandingLine;
  /** False while only those who were asked for a statement have a move. */
  isAnswered?: boolean;
}

const Word = ({ line, isAnswered }: LineStatusProps) => {
  const say = useSay();
  const { locale } = useDocument();
  const { kind, state, unlocks } = line;
  // Another way is taken: nobody has to move, and its few words say so.
  if (line.why.reason.code === 'requirement.not-needed') return null;
  if (isAnswered === false) return <Status of="statement" is="waiting" />;
  if (state === 'locked') {
    return (
      <Status of="requirement" is="locked">
        {unlocks && inSentence(say(unlocks), locale)}
      </Status>
    );
  }
  if (state === 'unknown' && waiting[kind] !== undefined) return <Status of="candidacy" is={waiting[kind]} />;
  if (kind === 'fee' && (state === 'not-started' || state === 'in-progress')) {
    return <Status of="candidacy" is="payment-due" />;
  }
  return <Status of="requirement" is={state} />;
};

/** The state of a line and what is known about it in a few words; what unlocks it is said once. */
export const LineStatus = (props: LineStatusProps) => {
  const { line } = props;
  const say = useSay();
  const detail = line.detail === undefined ? undefined : say(line.detail);
  const isSaid = line.state === 'locked' && line.unlocks !== undefined && say(line.unlocks) === detail;
  return (
    <span className={styles.stateLine}>
      <Word {...props} />
      {detail !== undefined && !isSaid && <span className={styles.detail}>{detail}</span>}
    </span>
  );
};
