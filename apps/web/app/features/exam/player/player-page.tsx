import { useCallback, useEffect, useState } from 'react';
import { load } from '../../../loading/load.ts';
import { messages as partMessages } from '../../../parts/messages.ts';
import { forgetTools } from '../../../player/tools/index.ts';
import { useText } from '../../../text/use-text.ts';
import { browserServer } from '../delivery/browser-server.ts';
import type { Entry } from '../delivery/entry.ts';
import { openExam } from '../delivery/exam.ts';
import { createTabHold } from '../delivery/hold.ts';
import { browserSurroundings, type Seal } from '../delivery/port.ts';
import { createIdbStore } from '../delivery/store.ts';
import type { Route } from './+types/player-page';
import { ExamStage } from './exam-stage.tsx';
import { deviceIdOf } from './memory.ts';
import { Sealed } from './sealed.tsx';

/** The items come later, to the device that opens the exam; a sealed attempt is told at once, on any device. */
export const loader = load(async ({ params: { attemptId } }: Route.LoaderArgs, { api }) => {
  const { status } = await api.delivery.getClock({ attemptId });
  const freshDeviceId = crypto.randomUUID();
  if (status === 'working') return { attemptId, freshDeviceId, seal: undefined };
  // To submit what is sealed changes nothing, and answers with the seal.
  const seal = await api.delivery.submitAttempt({ attemptId, deviceId: freshDeviceId, lastSeq: 0 });
  return { attemptId, freshDeviceId, seal };
});

export const headers = () => ({ 'cache-control': 'no-store' });

/** Nothing of the page changes on the server while the exam is worked on. */
export const shouldRevalidate = () => false;

export default function PlayerPage({ loaderData: { attemptId, freshDeviceId, seal } }: Route.ComponentProps) {
  const mark = useText(partMessages)('mark');
  const open = useCallback(
    () =>
      openExam({
        attemptId,
        deviceId: deviceIdOf(freshDeviceId),
        server: browserServer,
        store: createIdbStore(),
        hold: createTabHold(navigator.locks),
        surroundings: browserSurroundings,
      }),
    [attemptId, freshDeviceId],
  );
  if (seal) return <SealedBefore attemptId={attemptId} seal={seal} mark={mark} />;
  const back = encodeURIComponent(`/exam/${attemptId}/signed-in`);
  return <ExamStage attemptId={attemptId} title={mark} open={open} signInPath={`/sign-in?to=${back}`} />;
}

/** Sealed before this page was asked for; what came too late may still lie on this device. */
const SealedBefore = ({ attemptId, seal, mark }: { attemptId: string; seal: Seal; mark: string }) => {
  const [late, setLate] = useState<readonly Entry[]>([]);
  useEffect(() => {
    forgetTools(attemptId);
    createIdbStore()
      .list(attemptId)
      .then(setLate, () => undefined);
  }, [attemptId]);
  return <Sealed seal={seal} mark={mark} late={late} />;
};
