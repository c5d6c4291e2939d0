import type { FormEvent, ReactNode } from 'react';
import { Form, useNavigation } from 'react-router';
import styles from './act-form.module.css';
import { IdempotencyField } from './idempotency.tsx';

interface ActFormProps {
  /** Where it is sent; this very page if absent. */
  action?: string;
  /** It carries files. */
  files?: boolean;
  children?: ReactNode;
}

/**
 * A form that changes something: sent by POST, works without JavaScript, checked by the server alone, and never sent
 * twice for one press.
 */
export const ActForm = ({ action, files = false, children }: ActFormProps) => {
  const busy = useNavigation().state !== 'idle';
  const guard = (event: FormEvent) => {
    if (busy) event.preventDefault();
  };
  return (
    <Form
      method="post"
      noValidate
      className={styles.form}
      onSubmit={guard}
      {...(action === undefined ? {} : { action })}
      {...(files ? { encType: 'multipart/form-data' as const } : {})}
    >
      <IdempotencyField />
      {children}
    </Form>
  );
};
