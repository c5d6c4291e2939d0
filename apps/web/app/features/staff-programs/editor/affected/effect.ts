import type { Difference } from '@testamur/program';

export type Effect = Difference['effect'];

export const effects: readonly Effect[] = ['worse', 'better', 'other'];

/** The effect that an address asks for; undefined: all. */
export const effectOf = ({ searchParams }: URL): Effect | undefined =>
  effects.find((effect) => effect === searchParams.get('effect'));
