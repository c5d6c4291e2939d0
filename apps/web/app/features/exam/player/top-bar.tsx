import { IconAdjustments } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import type { ExamPaper } from '../delivery/exam-state.ts';
import type { Outbox } from '../delivery/outbox.ts';
import styles from './bars.module.css';
import { messages } from './messages.ts';
import { SaveState } from './save-state.tsx';

interface TopBarProps {
  paper: ExamPaper;
  /** "34/100" on a narrow screen. */
  position: string;
  outbox: Outbox;
  drafting: boolean;
  time: ReactNode;
  tools: ReactNode;
  /** What the tools open; it hangs from the bar, which stays in view. */
  panel: ReactNode;
}

/** Whose exam it is, the tools, the time, and where the answers are. */
export const TopBar = ({ paper, position, outbox, drafting, time, tools, panel }: TopBarProps) => {
  const t = useText(messages);
  return (
    <section className={styles.top} data-keeps-clear aria-label={t('bar')}>
      <div className={styles.who}>
        <strong>{paper.title}</strong>
        <span>{paper.candidateName}</span>
      </div>
      <span className={styles.position} aria-hidden="true">
        {position}
      </span>
      <div className={styles.toolsWide}>{tools}</div>
      {time}
      <SaveState outbox={outbox} drafting={drafting} />
      {panel}
    </section>
  );
};

interface ToolsButtonProps {
  id?: string;
  open: boolean;
  panelId: string;
  onToggle: () => void;
}

export const ToolsButton = ({ id, open, panelId, onToggle }: ToolsButtonProps) => {
  const t = useText(messages);
  return (
    <button
      type="button"
      {...(id ? { id } : {})}
      className={styles.button}
      aria-expanded={open}
      aria-controls={panelId}
      onClick={onToggle}
    >
      <Icon of={IconAdjustments} />
      {t('tools')}
    </button>
  );
};
