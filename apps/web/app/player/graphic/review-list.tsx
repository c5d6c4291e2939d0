import { IconCheck, IconKey, IconPencil, IconX } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { Marks } from '../review/marks.tsx';
import styles from './graphic.module.css';
import { messages } from './messages.ts';
import type { Verdict } from './verdict.ts';

const icons = { right: IconCheck, wrong: IconX, key: IconKey, answer: IconPencil } as const;
const inKey = { right: true, wrong: false, key: true, answer: null } as const;

export const VerdictIcon = ({ verdict }: { verdict: Verdict }) => <Icon of={icons[verdict]} size={18} />;

interface ReviewListProps {
  readonly rows: readonly { readonly part: string; readonly verdict: Verdict }[];
  nameOf(part: string): string;
}

/** Answer and key in words, for those who do not see them on the picture. */
export const ReviewList = ({ rows, nameOf }: ReviewListProps) => {
  const t = useText(messages);
  return (
    <div>
      {rows.every(({ verdict }) => verdict === 'key') && <p className={styles.hint}>{t('noAnswer')}</p>}
      <ul className={styles.rows} aria-label={t('comparison')}>
        {rows.map(({ part, verdict }) => (
          <li key={`${verdict} ${part}`} className={styles.rowLine}>
            <span className={styles.rowName}>{nameOf(part)}</span>
            <Marks chosen={verdict !== 'key'} inKey={inKey[verdict]} />
          </li>
        ))}
      </ul>
    </div>
  );
};
