import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import styles from './account.module.css';
import { messages } from './messages.ts';

interface Session {
  readonly id: string;
  readonly current: boolean;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

/** Where one is signed in; every other session can be ended. */
export const SessionsPanel = ({ sessions }: { sessions: readonly Session[] }) => {
  const t = useText(messages);
  return (
    <Panel title={t('sessions')}>
      <ul className={styles.rows}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.row}>
            <div>
              {session.current ? t('thisDevice', { device: session.device }) : session.device}
              <div className={styles.hint}>
                {t('since')} <Time at={session.createdAt} />, {t('lastSeen')} <Time at={session.lastSeenAt} />
              </div>
            </div>
            {!session.current && (
              <ActForm>
                <input type="hidden" name="sessionId" value={session.id} />
                <SubmitButton weight="other" name="act" value="end-session">
                  {t('endSession', { device: session.device })}
                </SubmitButton>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
