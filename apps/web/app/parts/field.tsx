import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { HTMLInputAutoCompleteAttribute } from 'react';
import { fieldId, useField } from '../forms/form-problem.ts';
import { useText } from '../text/use-text.ts';
import styles from './field.module.css';
import { messages } from './messages.ts';

export interface FieldProps {
  name: string;
  label: string;
  /** Under the label: what is asked for, why, an example. */
  hint?: string;
  optional?: boolean;
  defaultValue?: string;
  kind?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password' | 'search';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** How much is expected; the field is as wide. */
  width?: 'short' | 'medium' | 'full';
  /** Several lines. */
  lines?: number;
}

/** As wide as what is expected. */
export const fieldClass = (width: 'short' | 'medium' | 'full'): string => `${styles.field} ${styles[width]}`;

const order = ['label', 'description', 'error', 'input'] as const;

/** A text field with its label, hint and error. Checked by the server; shows what was sent when it is refused. */
export const Field = (props: FieldProps) => {
  const { name, label, hint, optional = false, defaultValue = '', kind = 'text', width = 'full', lines = 1 } = props;
  const t = useText(messages);
  const { error, sent } = useField(name);
  const shared = {
    id: fieldId(name),
    name,
    label: optional ? `${label} ${t('optional')}` : label,
    description: hint,
    error,
    defaultValue: sent?.[0] ?? defaultValue,
    // The value that was sent replaces what the field began with.
    key: sent?.[0] ?? '',
    className: fieldClass(width),
    inputWrapperOrder: [...order],
    ...(props.autoComplete === undefined ? {} : { autoComplete: props.autoComplete }),
  };
  const { key, ...rest } = shared;
  if (lines > 1) return <Textarea key={key} {...rest} rows={lines} />;
  if (kind === 'password') return <PasswordInput key={key} {...rest} />;
  if (kind === 'number') return <TextInput key={key} {...rest} type="text" inputMode="decimal" />;
  return <TextInput key={key} {...rest} type={kind} />;
};
