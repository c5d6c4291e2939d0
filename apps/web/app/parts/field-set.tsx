import { type ReactNode, useId } from 'react';
import { useText } from '../text/use-text.ts';
import styles from './field.module.css';
import { messages } from './messages.ts';

interface FieldSetProps {
  legend: string;
  hint?: string | undefined;
  optional?: boolean;
  error?: string | undefined;
  /** The one thing that the page asks: its legend is as large as a heading. */
  large?: boolean;
  children: ReactNode;
}

/** Several controls under one legend, with one hint and one error. */
export const FieldSet = ({ legend, hint, optional = false, error, large = false, children }: FieldSetProps) => {
  const t = useText(messages);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={styles.set}
      data-error={error !== undefined}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <legend className={styles.legend} data-large={large}>
        {optional ? `${legend} ${t('optional')}` : legend}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children}
    </fieldset>
  );
};
