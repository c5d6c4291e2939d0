import { Button } from '@mantine/core';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { presentInstant } from '../../document/present.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { formatDate } from '../../parts/format-time.ts';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './account.module.css';
import { messages } from './messages.ts';
import { addPasskey } from './web-authn.ts';

interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

/** Passkeys that one has, and the way to add one; the browser makes it, so adding needs scripts. */
export const PasskeyPanel = ({ passkeys }: { passkeys: readonly Passkey[] }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { revalidate } = useRevalidator();
  const [outcome, setOutcome] = useState<'passkeyAdded' | 'passkeyNotAdded'>();
  const add = async () => {
    try {
      await addPasskey(t('passkeyName', { date: formatDate(presentInstant().slice(0, 10), locale) }));
      setOutcome('passkeyAdded');
      await revalidate();
    } catch {
      setOutcome('passkeyNotAdded');
    }
  };
  return (
    <Panel title={t('passkeys')}>
      {passkeys.length === 0 && <p>{t('noPasskeys')}</p>}
      {passkeys.length > 0 && (
        <ul className={styles.rows}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.row}>
              <div>
                {passkey.name}
                <div className={styles.hint}>
                  {t.rich('added', { date: <Time key="added" at={passkey.createdAt} show="day" /> })}
                </div>
              </div>
              <ActForm>
                <input type="hidden" name="passkeyId" value={passkey.id} />
                <SubmitButton weight="other" name="act" value="remove-passkey">
                  {t('removePasskey', { name: passkey.name })}
                </SubmitButton>
              </ActForm>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.scripted}>
        <Button variant="default" onClick={add}>
          {t('addPasskey')}
        </Button>
        <p role="status" className={styles.hint}>
          {outcome && t(outcome)}
        </p>
      </div>
    </Panel>
  );
};
