import type { Standing } from '@testamur/program';
import type { World } from '../world.ts';

/** Something to be had from a point on in a life; done once, when the standing says that it is reached. */
export interface Milestone {
  isReached(standing: Standing): boolean;
  celebrate(world: World, standing: Standing): Promise<void>;
}
