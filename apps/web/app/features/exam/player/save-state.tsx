import { IconCloudCheck, IconDeviceFloppy } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { countUnsent, type Outbox } from '../delivery/outbox.ts';
import styles from './bars.module.css';
import { messages } from './messages.ts';

/** Where the answers are. Silent: what goes wrong is told elsewhere, once. */
export const SaveState = ({ outbox, drafting }: { outbox: Outbox; drafting: boolean }) => {
  const t = useText(messages);
  const { answers, flags } = countUnsent(outbox);
  const stored = outbox.unsent.some((entry) => entry.stored);
  if (answers + flags === 0 && !drafting) {
    return (
      <span className={styles.save} data-safe="true">
        <Icon of={IconCloudCheck} />
        <span className={styles.wide}>{t('onServer')}</span>
        <span className={styles.narrow}>{t('onServerShort')}</span>
      </span>
    );
  }
  return (
    <span className={styles.save} data-safe="false">
      <Icon of={IconDeviceFloppy} />
      <span className={styles.wide}>{stored ? t('onDevice', { answers, flags }) : t('saving')}</span>
      <span className={styles.narrow}>{stored ? t('onDeviceShort', { count: answers + flags }) : t('saving')}</span>
    </span>
  );
};
