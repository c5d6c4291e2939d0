import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './account.module.css';
import { messages } from './messages.ts';
import { signInWithPasskey } from './web-authn.ts';

/** The passkey way in comes first; the browser has to do it, so it needs scripts. */
export const PasskeySignIn = ({ to }: { to: string }) => {
  const t = useText(messages);
  const [failed, setFailed] = useState(false);
  const signIn = async () => {
    setFailed(false);
    try {
      await signInWithPasskey();
      window.location.assign(to);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles.scripted}>
      <Button leftSection={<Icon of={IconKey} />} onClick={signIn}>
        {t('passkey')}
      </Button>
      <p className={styles.hint}>{t('passkeyHint')}</p>
      <p role="status" className={styles.failed}>
        {failed && t('passkeyFailed')}
      </p>
    </div>
  );
};
