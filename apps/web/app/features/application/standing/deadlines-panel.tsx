import { IconCalendarPlus } from '@tabler/icons-react';
import { useDocument } from '../../../document/document-context.ts';
import { Icon } from '../../../parts/icon.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Time } from '../../../parts/time.tsx';
import { inSentence } from '../../../text/in-sentence.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { messages } from '../messages.ts';
import styles from './standing.module.css';

/** What ends when, and what happens then; as a calendar file, too. */
export const DeadlinesPanel = ({ candidacy: { id, standing } }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  const say = useSay();
  const { locale } = useDocument();
  const deadlines = standing.deadlines.toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <Panel title={t('deadlines')}>
      {deadlines.length === 0 ? (
        <p>{t('noDeadlines')}</p>
      ) : (
        <>
          <ol className={styles.deadlines}>
            {deadlines.map((deadline) => (
              <li key={deadline.id}>
                <div className={styles.when}>
                  <Time at={deadline.at} now={standing.at} />
                </div>
                <div>{say(deadline.title)}</div>
                <div className={styles.consequence}>
                  {t('afterwards', { what: inSentence(say(deadline.consequence), locale) })}
                </div>
              </li>
            ))}
          </ol>
          <a href={candidacyPath(id, '/deadlines.ics')} data-screen-only className={styles.iconLink}>
            <Icon of={IconCalendarPlus} /> {t('addToCalendar')}
          </a>
        </>
      )}
    </Panel>
  );
};
