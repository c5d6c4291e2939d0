import { type DragEvent, type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './verification.module.css';

const fileInputOf = (inside: HTMLElement): HTMLInputElement | null => inside.querySelector('input[type="file"]');

/**
 * A form with one file into which a file can be dropped anywhere. What is too large is said before it is sent. Without
 * scripts the field of the file takes drops by itself, and the server says the rest.
 */
export const DropZone = ({ maxMegabytes, children }: { maxMegabytes: number; children: ReactNode }) => {
  const t = useText(messages);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);

  const look = (event: FormEvent<HTMLElement>) => {
    const size = fileInputOf(event.currentTarget)?.files?.[0]?.size ?? 0;
    setTooLarge(size > maxMegabytes * 1_000_000);
  };
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(false);
    const input = fileInputOf(event.currentTarget);
    if (!input || event.dataTransfer.files.length === 0) return;
    input.files = event.dataTransfer.files;
    look(event);
  };
  const stop = (event: FormEvent<HTMLElement>) => {
    if (!tooLarge) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way into the field, which takes keys.
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onChange={look}
      onSubmitCapture={stop}
    >
      <p role="alert" className={styles.tooLarge}>
        {tooLarge ? t('fileTooLarge') : ''}
      </p>
      {children}
    </div>
  );
};
