import { createAgent } from './agent.ts';
import { type Failure, failureFor } from './failures/index.ts';
import { planLife } from './plan/choose.ts';
import { closeBooks } from './stages/close.ts';
import { enter, leave, type Order, type Tools } from './stages/enter.ts';

export interface Failed {
  readonly id: Failure['id'];
  readonly title: string;
  /** What came of it. */
  readonly outcome: string;
}

/**
 * A life in which goes wrong what most likely goes wrong in the program, over the public API alone.
 *
 * @throws StepFailed when the program does not take it as it has to; the journal says where.
 */
export const rehearseFailure = async (order: Omit<Order, 'planFor'>, tools: Tools): Promise<Failed> => {
  const planFor: Order['planFor'] = (program, at) =>
    failureFor(program).plan(program, { ...planLife(program, at, 1), paysByVoucher: false });
  const world = await enter({ ...order, planFor }, tools);
  const { id, title, run } = failureFor(world.program);
  const outcome = await run(world, createAgent(world));
  await closeBooks(world);
  await leave(world);
  return { id, title, outcome };
};
