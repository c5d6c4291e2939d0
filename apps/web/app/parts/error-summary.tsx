import { useEffect, useId, useRef } from 'react';
import { type FieldError, fieldId } from '../forms/form-problem.ts';
import { useText } from '../text/use-text.ts';
import styles from './error-summary.module.css';
import { messages } from './messages.ts';

/** Above the heading after a refused form: takes focus, and leads to each field with the words that stand there. */
export const ErrorSummary = ({ errors }: { errors: readonly FieldError[] }) => {
  const t = useText(messages);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus comes back with every new refusal.
  useEffect(() => place.current?.focus(), [errors]);
  return (
    <div ref={place} className={styles.summary} role="alert" aria-labelledby={id} tabIndex={-1}>
      <h2 id={id} className={styles.title}>
        {t('problem')}
      </h2>
      <ul className={styles.list}>
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>{name === '' ? message : <a href={`#${fieldId(name)}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  );
};
