import { Button } from '@mantine/core';
import { useText } from '../../../text/use-text.ts';
import styles from '../workbench.module.css';
import { messages } from './messages.ts';
import type { KeepState } from './use-keep.ts';

/** Why items were not kept, and how to go on. */
export const KeepSaid = ({ state, onLeaveOut }: { state: KeepState; onLeaveOut: () => void }) => {
  const t = useText(messages);
  if (state.is === 'failed') return <p className={styles.trouble}>{t('failed')}</p>;
  if (state.is !== 'refused') return null;
  const { refusals, whole, before } = state;
  return (
    <div className={styles.failure}>
      {whole !== '' && <p>{t('refusedWhole', { reason: whole })}</p>}
      {refusals.size > 0 && (
        <>
          <p>{t('refused', { count: refusals.size, before })}</p>
          <Button variant="default" onClick={onLeaveOut}>
            {t('leaveOut')}
          </Button>
        </>
      )}
    </div>
  );
};
