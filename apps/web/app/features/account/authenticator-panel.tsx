import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { Field } from '../../parts/field.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

export const AuthenticatorPanel = ({ on }: { on: boolean }) => {
  const t = useText(messages);
  return (
    <Panel title={t('authenticator')}>
      <p>{t(on ? 'authenticatorOn' : 'authenticatorOff')}</p>
      {on ? (
        <ActForm>
          <Field
            name="offPassword"
            kind="password"
            label={t('password')}
            autoComplete="current-password"
            width="medium"
          />
          <SubmitButton weight="other" name="act" value="switch-off">
            {t('switchOff')}
          </SubmitButton>
        </ActForm>
      ) : (
        <LinkButton to="/me/account/second-factor" weight="other">
          {t('setUp')}
        </LinkButton>
      )}
    </Panel>
  );
};
