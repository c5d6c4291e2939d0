import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { getPreparedForm } from './form-cache.ts';
import { otherDevice } from './refusals.ts';
import { isOver } from './rules/clock.ts';
import { countAnswered } from './rules/log.ts';
import { sealAttempt } from './seal.ts';
import { type Attempt, getAttempt, readAnswers } from './store.ts';

export interface Submission {
  readonly attemptId: string;
  readonly deviceId: string;
  /** The last entry that the device has written. */
  readonly lastSeq: number;
}

/**
 * Seals the attempt for its candidate. Where it is sealed already, answers with that seal: a submission whose answer
 * was lost can be sent again.
 */
export const submitAttempt = async (scope: Scope, { attemptId, deviceId, lastSeq }: Submission) => {
  const found = await getAttempt(scope, attemptId, { lock: true });
  if (found.status !== 'working') return sealOf(scope, found);
  // After the grace nothing can be sent any more: to wait for it would keep the candidate from the end.
  if (isOver(found.endsAt, scope.now)) return sealOf(scope, (await sealAttempt(scope, attemptId, 'clock')).attempt);
  if (found.deviceId !== deviceId) throw otherDevice();
  if (found.lastSeq < lastSeq) {
    throw new Problem(
      'conflict',
      'delivery.answers-missing',
      `The server has your entries up to ${found.lastSeq} of ${lastSeq}. Nothing was sealed: send the rest, then submit.`,
    );
  }
  return sealOf(scope, (await sealAttempt(scope, attemptId, 'candidate')).attempt);
};

const sealOf = async (scope: Scope, { id, formId, status, sealedAt, endsAt }: Attempt) => {
  const form = await getPreparedForm(scope, formId);
  return {
    status,
    sealedAt: (sealedAt ?? endsAt).toISOString(),
    answered: countAnswered(await readAnswers(scope, id)),
    items: form.items.length,
  };
};
