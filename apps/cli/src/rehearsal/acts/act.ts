import type { NextAction, Standing } from '@testamur/program';
import type { World } from '../world.ts';

/** Does what an action asks for, as the one it names. False: nothing could be done yet, or it was done already. */
export type Act = (world: World, action: NextAction, standing: Standing) => Promise<boolean>;

/** What the system does by itself comes true while its jobs are waited for. */
export const waitForSystem: Act = async () => false;

/** What one person does there where another one records it. */
export const waitForRecord: Act = async () => false;

/** What an action is about. */
export const subjectOf = ({ kind, subject }: NextAction): string => {
  if (subject === undefined) throw new RangeError(`The action "${kind}" does not say what it is about.`);
  return subject;
};
