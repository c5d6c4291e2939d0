import { Button } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useSubmit } from 'react-router';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { useScanner } from './use-scanner.ts';
import styles from './verification.module.css';

/** The camera as one more way in: what the code says is sent like a text that was pasted. */
export const Scanner = () => {
  const t = useText(messages);
  const submit = useSubmit();
  const [canScan, setCanScan] = useState(false);
  useEffect(() => setCanScan(navigator.mediaDevices !== undefined), []);
  const found = useCallback(
    (text: string) => {
      const form = new FormData();
      form.set('document', text);
      void submit(form, { method: 'post', encType: 'multipart/form-data' });
    },
    [submit],
  );
  const { state, video, start, stop } = useScanner(found);
  if (!canScan) return <p>{t('noScripts')}</p>;
  const isOn = state === 'starting' || state === 'looking';
  const why = state === 'denied' ? t('noCameraDenied') : t('noCameraThere');
  return (
    <>
      <p>{t('codeHint')}</p>
      {isOn && <video ref={video} className={styles.video} playsInline muted aria-label={t('scanning')} />}
      <p role="status" className={styles.hint}>
        {state === 'looking' && t('scanning')}
        {(state === 'denied' || state === 'no-camera') && t('noCamera', { why })}
      </p>
      {isOn ? (
        <Button variant="default" onClick={stop}>
          {t('stopScan')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<Icon of={IconQrcode} />} onClick={start}>
          {t('scan')}
        </Button>
      )}
    </>
  );
};
