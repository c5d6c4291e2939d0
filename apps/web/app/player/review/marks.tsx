import { IconCircleCheck, IconCircleX, IconKey, IconUser } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from './review.module.css';

interface MarksProps {
  readonly chosen: boolean;
  /** null where no key is known. */
  readonly inKey: boolean | null;
}

/** What a review says about one alternative, in words and by icon: whose it is, and whether it is right. */
export const Marks = ({ chosen, inKey }: MarksProps) => {
  const t = useText(messages);
  if (!chosen && inKey !== true) return null;
  return (
    <span className={styles.marks}>
      {chosen && (
        <span className={styles.mark} data-tone="own">
          <Icon of={IconUser} size={18} /> {t('yourAnswer')}
        </span>
      )}
      {inKey === true && (
        <span className={styles.mark} data-tone="key">
          <Icon of={IconKey} size={18} /> {t('key')}
        </span>
      )}
      {chosen && inKey === false && <NotRight />}
    </span>
  );
};

export const NotRight = ({ words }: { readonly words?: string }) => {
  const t = useText(messages);
  return (
    <span className={styles.mark} data-tone="bad">
      <Icon of={IconCircleX} size={18} /> {words ?? t('notRight')}
    </span>
  );
};

export const Right = () => {
  const t = useText(messages);
  return (
    <span className={styles.mark} data-tone="key">
      <Icon of={IconCircleCheck} size={18} /> {t('right')}
    </span>
  );
};
