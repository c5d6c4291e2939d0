import { Button } from '@mantine/core';
import { useText } from '../../../text/use-text.ts';
import { messages } from './section-messages.ts';
import styles from './sections.module.css';
import type { Sending } from './use-sending.ts';

interface SendingRowProps {
  row: Sending;
  onAgain: () => void;
  onDrop: () => void;
}

/** A file that the server does not have yet: on its way, or refused with what can be done. */
export const SendingRow = ({ row: { file, failed }, onAgain, onDrop }: SendingRowProps) => {
  const t = useText(messages);
  const { name } = file;
  return (
    <li className={styles.row} data-state={failed === undefined ? 'sending' : 'failed'}>
      <span role="status">
        {failed === undefined
          ? t('fileSending', { name })
          : t('fileFailed', { name, why: failed === '' ? t('fileOffline') : failed })}
      </span>
      {failed !== undefined && (
        <span className={styles.rowActs}>
          <Button variant="default" onClick={onAgain}>
            {t('fileAgain')}
          </Button>
          <Button variant="default" onClick={onDrop}>
            {t('fileDrop')}
          </Button>
        </span>
      )}
    </li>
  );
};
