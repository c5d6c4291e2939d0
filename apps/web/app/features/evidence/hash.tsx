import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import styles from './evidence.module.css';
import { messages } from './messages.ts';

/** The beginning of a hash, to compare by eye; the whole of it to take elsewhere. */
export const Hash = ({ hex, label }: { hex: string; label: string }) => {
  const t = useText(messages);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(hex);
    setCopied(true);
  };
  return (
    <span className={styles.hash}>
      <code title={hex}>{hex.slice(0, 16)}</code>
      <button type="button" className={styles.copy} onClick={copy}>
        {t('copy')}
        <span className="t-hidden"> {t('copyWhat', { what: label })}</span>
      </button>
      <span role="status">{copied && t('copied')}</span>
    </span>
  );
};
