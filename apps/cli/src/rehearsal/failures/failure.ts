import type { Program } from '@testamur/program';
import type { Agent } from '../agent.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../world.ts';

/** What goes wrong in a life, and how the program takes it. */
export interface Failure {
  readonly id: string;
  readonly title: string;
  /** Whether it can happen in the program, and is what happens most in programs of its kind. */
  fits(program: Program): boolean;
  /** What differs from a life in which all goes well. */
  plan(program: Program, plan: Plan): Plan;
  /**
   * Lives it through, to its end or to the point from which all goes well again.
   *
   * @returns what came of it, in a sentence.
   */
  run(world: World, agent: Agent): Promise<string>;
}
