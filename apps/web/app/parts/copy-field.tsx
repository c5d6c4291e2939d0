import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './copy-field.module.css';
import { messages } from './messages.ts';

/** A value to take elsewhere: an address, a key. Without JavaScript it can still be selected. */
export const CopyField = ({ label, value }: { label: string; value: string }) => {
  const t = useText(messages);
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className={styles.copy}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input id={id} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <Button variant="default" onClick={copy} aria-describedby={id}>
          {t('copy')}
        </Button>
        <span role="status">{copied && t('copied')}</span>
      </div>
    </div>
  );
};
