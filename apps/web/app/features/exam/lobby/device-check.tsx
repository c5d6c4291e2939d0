import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle, IconLoader2 } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import { type CheckResult, checkConnection, checkScreen, checkStorage } from './checks.ts';
import styles from './lobby.module.css';
import { messages } from './messages.ts';

const words = { passed: 'passed', failed: 'failed', unknown: 'unknown', checking: 'checking' } as const;
const icons = { passed: IconCircleCheck, failed: IconCircleX, unknown: IconHelpCircle, checking: IconLoader2 };

interface DeviceCheckProps {
  candidacyId: string;
  assessmentId: string;
}

/** Tries on this device what the exam will need. Failing keeps nobody from beginning: it says what to mend. */
export const DeviceCheck = ({ candidacyId, assessmentId }: DeviceCheckProps) => {
  const t = useText(messages);
  const [results, setResults] = useState<readonly CheckResult[]>([
    { name: 'storage', state: 'checking' },
    { name: 'connection', state: 'checking' },
    { name: 'screen', state: 'checking' },
  ]);
  const run = useCallback(async () => {
    const found = await Promise.all([
      checkStorage(),
      checkConnection({ candidacyId, assessmentId }),
      checkScreen(window.innerWidth),
    ]);
    setResults(found);
  }, [candidacyId, assessmentId]);
  useEffect(() => void run(), [run]);
  return (
    <>
      <ul className={styles.checks} data-wide>
        {results.map(({ name, state, detail, ms = 0 }) => (
          <li key={name} className={styles.check} data-state={state}>
            <Icon of={icons[state]} />
            <span>
              <strong>{t(name)}</strong>: {t(words[state])}
              {detail && <span className={styles.detail}> {t(detail, { ms })}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => void run()}>
        {t('checkAgain')}
      </Button>
    </>
  );
};
