import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { load } from '../../../loading/load.ts';
import { requireViewer } from '../../../loading/sign-in.ts';
import { messages as partMessages } from '../../../parts/messages.ts';
import { type ToolName, toolNames } from '../../../player/tools/index.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { openExam } from '../delivery/exam.ts';
import { noHold } from '../delivery/hold.ts';
import { browserSurroundings, type Seal } from '../delivery/port.ts';
import { createMemoryStore } from '../delivery/store.ts';
import bars from '../player/bars.module.css';
import { ExamStage } from '../player/exam-stage.tsx';
import screens from '../player/screen.module.css';
import { ScreenPage } from '../player/screen.tsx';
import type { Route } from './+types/practice-page';
import { messages } from './messages.ts';
import styles from './practice.module.css';
import { practiceItems } from './practice-items.ts';
import { createPracticeServer } from './practice-server.ts';

export const loader = load(({ url, params, request }: Route.LoaderArgs, { viewer }) => ({
  name: requireViewer(url, viewer).name,
  items: practiceItems(textIn(localeOf(request), messages)),
  back: `/me/candidacies/${params.candidacyId}/exam/${params.assessmentId}`,
}));

/** All of them, so that each can be tried. */
const practiceTools: readonly ToolName[] = toolNames;

/** The player with items about itself, and nothing that counts. */
export default function PracticePage({ loaderData: { name, back, items } }: Route.ComponentProps) {
  const t = useText(messages);
  const mark = useText(partMessages)('mark');
  const [round, setRound] = useState(1);
  const attemptId = `practice-${round}`;
  const open = useCallback(
    () =>
      openExam({
        attemptId,
        deviceId: attemptId,
        server: createPracticeServer({ title: t('title'), candidateName: name, items }),
        store: createMemoryStore(),
        hold: noHold,
        surroundings: browserSurroundings,
      }),
    [attemptId, name, items, t],
  );
  const end = ({ answered, items: all }: Seal) => (
    <ScreenPage title={t('doneTitle')} mark={mark}>
      <p>{t('done', { answered, items: all })}</p>
      <div className={screens.acts}>
        <Link to={back} className={bars.button} data-main="true">
          {t('back')}
        </Link>
        <button type="button" className={bars.button} onClick={() => setRound(round + 1)}>
          {t('again')}
        </button>
      </div>
    </ScreenPage>
  );
  return (
    <>
      <p className={styles.strip}>
        {t('strip')} <Link to={back}>{t('back')}</Link>
      </p>
      <ExamStage
        key={round}
        attemptId={attemptId}
        title={mark}
        open={open}
        signInPath="/sign-in"
        tools={practiceTools}
        sealed={end}
      />
    </>
  );
}
