import { Problem } from '../../kernel/index.ts';
import type { AttemptStatus } from './rules/status.ts';

export const attemptOver = (status: AttemptStatus): Problem =>
  new Problem(
    'conflict',
    'delivery.attempt-over',
    status === 'canceled'
      ? 'This attempt was canceled. Your candidacy page says what comes next.'
      : 'This attempt is over and sealed. Nothing in it can change.',
  );

export const otherDevice = (): Problem =>
  new Problem(
    'conflict',
    'delivery.other-device',
    'The exam is open on another device, which may write. Open it on this one to go on here.',
  );

export const sequenceConflict = (seq: number): Problem =>
  new Problem(
    'conflict',
    'delivery.sequence-conflict',
    `Entry ${seq} was received with another content. The first one stands; open the exam again and send anew.`,
  );
