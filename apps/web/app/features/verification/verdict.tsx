import {
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconHelpCircle,
  IconRotateClockwise,
} from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import type { Handed } from './credential.ts';
import { messages } from './messages.ts';
import styles from './verification.module.css';

type VerdictName = Handed['verdict'];

/** One that could not be reached looks neither like a pass nor like a failure. */
const looks = {
  'in-force': { tone: 'done', icon: IconCircleCheck },
  'not-in-force': { tone: 'bad', icon: IconCircleX },
  superseded: { tone: 'act', icon: IconRotateClockwise },
  'unknown-issuer': { tone: 'act', icon: IconHelpCircle },
  failed: { tone: 'bad', icon: IconCircleX },
  open: { tone: 'off', icon: IconCircleMinus },
} as const satisfies Record<VerdictName, unknown>;

/** All of them, the best first. */
export const verdicts = Object.keys(looks) as readonly VerdictName[];

/** The answer in a sentence, and what to do with it. */
export const Verdict = ({ verdict, issuerKnown }: { verdict: VerdictName; issuerKnown: boolean }) => {
  const t = useText(messages);
  const { tone, icon } = looks[verdict];
  // Nobody here can say that it is genuine.
  const isOver = verdict === 'not-in-force' && !issuerKnown;
  return (
    <div className={styles.verdict} data-tone={tone} role="status">
      <Icon of={icon} />
      <div>
        <strong>{t(isOver ? 'verdictOver' : `verdict-${verdict}`)}</strong>
        <div>{t(isOver ? 'adviceOver' : `advice-${verdict}`)}</div>
      </div>
    </div>
  );
};
