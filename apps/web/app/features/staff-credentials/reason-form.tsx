import type { ReactNode } from 'react';
import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

/** What an act on a credential needs: its reason, after whatever else it asks for. */
export const ReasonForm = ({
  button,
  grave = false,
  children,
}: {
  button: string;
  grave?: boolean;
  children?: ReactNode;
}) => {
  const t = useText(messages);
  return (
    <ActForm>
      {children}
      <Field name="reason" label={t('reason')} hint={t('reasonHint')} lines={3} />
      <SubmitButton weight={grave ? 'grave' : 'main'}>{button}</SubmitButton>
    </ActForm>
  );
};
