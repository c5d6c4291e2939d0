/** How a film or sound may still be played (ASI information model, class MediaInteraction). */
export interface Plays {
  readonly count: number;
  /** 0 is no limit. */
  readonly max: number;
}

/** How often it may be played again; Infinity without a limit. */
export const playsLeft = ({ count, max }: Plays): number =>
  max > 0 ? Math.max(0, max - count) : Number.POSITIVE_INFINITY;

/** Whether it may start or go on: a play that has begun may be finished, even the last one. */
export const mayPlay = (plays: Plays, isUnderWay: boolean): boolean => isUnderWay || playsLeft(plays) > 0;
