import type { Program } from '@testamur/program';
import type { Move, UnderWay } from '../deps.ts';

export interface TransitionReport {
  readonly movedNow: UnderWay;
  readonly movedLater?: { readonly on: string; readonly candidates: number };
  readonly kept: UnderWay;
}

/** Whether the last day on which candidates may finish under the earlier edition is over. */
const isOver = (keepUntil: string | undefined, now: Date): boolean =>
  keepUntil !== undefined && now.toISOString().slice(0, 10) > keepUntil;

/** Who is to be moved to this edition by now; undefined where nobody is. `keepUntil` is about candidates alone. */
export const dueMove = ({ id, edition, transition }: Program, now: Date): Move | undefined => {
  if (transition === undefined) return undefined;
  const candidates = transition.candidates === 'move' || isOver(transition.keepUntil, now);
  const certificants = transition.certificants === 'move';
  if (!candidates && !certificants) return undefined;
  return { programId: id, edition, from: transition.from, candidates, certificants };
};

/** What the transition means for those under way, in numbers. */
export const reportTransition = (program: Program, underWay: UnderWay, now: Date): TransitionReport | undefined => {
  const { transition } = program;
  if (transition === undefined) return undefined;
  const due = dueMove(program, now);
  const split = (isMoved: boolean): UnderWay => ({
    candidates: (due?.candidates ?? false) === isMoved ? underWay.candidates : 0,
    certificants: (due?.certificants ?? false) === isMoved ? underWay.certificants : 0,
  });
  const [movedNow, kept] = [split(true), split(false)];
  if (transition.keepUntil === undefined || due?.candidates) return { movedNow, kept };
  const on = new Date(Date.parse(transition.keepUntil) + 86_400_000).toISOString().slice(0, 10);
  return { movedNow, movedLater: { on, candidates: kept.candidates }, kept: { ...kept, candidates: 0 } };
};
