import { type ReactNode, useEffect } from 'react';
import { forgetTools, type ToolName } from '../../../player/tools/index.ts';
import type { Exam } from '../delivery/exam-state.ts';
import { countUnsent } from '../delivery/outbox.ts';
import type { Seal } from '../delivery/port.ts';
import { ExamPlayer } from './exam-player.tsx';
import { ObstaclePage } from './obstacle.tsx';
import { Sealed } from './sealed.tsx';
import { useExam, useLeavingGuard } from './use-exam.ts';
import { usualTools } from './use-exam-tools.ts';
import { forgetPlace } from './use-place.ts';

interface ExamStageProps {
  attemptId: string;
  title: string;
  open: () => Exam;
  /** Leads back to a page that says how to go on. */
  signInPath: string;
  /** What may be used at every item; items bring others along. */
  tools?: readonly ToolName[];
  /** In the place of the sealed page: practice ends otherwise. */
  sealed?: (seal: Seal) => ReactNode;
}

/** Everything from opening to the seal. */
export const ExamStage = ({ attemptId, title, open, signInPath, tools = usualTools, sealed }: ExamStageProps) => {
  const { exam, state } = useExam(open);
  const { answers, flags } = countUnsent(state.outbox);
  useLeavingGuard((answers + flags > 0 || state.drafting) && state.stage === 'working');
  const { seal, paper, outbox } = state;
  useEffect(() => {
    if (!seal) return;
    forgetPlace(attemptId);
    forgetTools(attemptId);
  }, [seal, attemptId]);
  if (seal && sealed) return sealed(seal);
  if (seal) {
    const itemIds = paper?.items.map(({ itemId }) => itemId) ?? [];
    return <Sealed seal={seal} mark={title} late={outbox.unsent} itemIds={itemIds} />;
  }
  if (!exam || !paper || state.obstacle || state.timeUp || state.stage !== 'working') {
    return <ObstaclePage state={state} exam={exam} signInPath={signInPath} mark={title} />;
  }
  return (
    <>
      <title>{`${paper.title} · ${title}`}</title>
      <ExamPlayer attemptId={attemptId} exam={exam} state={state} paper={paper} signInPath={signInPath} tools={tools} />
    </>
  );
};
