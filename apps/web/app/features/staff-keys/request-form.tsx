import type { ReactNode } from 'react';
import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

interface RequestFormProps {
  fingerprint: string;
  button: string;
  /** What else it asks for. */
  children?: ReactNode;
}

/** A grave act of the first person: the fingerprint typed again, and why. */
export const RequestForm = ({ fingerprint, button, children }: RequestFormProps) => {
  const t = useText(messages);
  return (
    <ActForm>
      {children}
      <Field name="fingerprint" label={t('typed')} hint={fingerprint} width="medium" autoComplete="off" />
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} lines={3} />
      <SubmitButton weight="grave">{button}</SubmitButton>
    </ActForm>
  );
};
