import { IconFlag, IconFlagFilled } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import styles from './bars.module.css';
import { messages } from './messages.ts';

interface FlagButtonProps {
  flagged: boolean;
  locked: boolean;
  short?: boolean;
  onToggle: () => void;
}

/** Marks an item to come back to. It is as wide either way. */
export const FlagButton = ({ flagged, locked, short = false, onToggle }: FlagButtonProps) => {
  const t = useText(messages);
  const [off, on] = short ? (['flagShort', 'unflagShort'] as const) : (['flag', 'unflag'] as const);
  return (
    <button type="button" className={styles.button} data-on={flagged} disabled={locked} onClick={onToggle}>
      <Icon of={flagged ? IconFlagFilled : IconFlag} />
      <span className={styles.either}>
        <span data-shown={!flagged}>{t(off)}</span>
        <span data-shown={flagged}>{t(on)}</span>
      </span>
    </button>
  );
};
