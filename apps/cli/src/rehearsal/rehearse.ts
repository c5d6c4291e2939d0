import { createAgent } from './agent.ts';
import { closeBooks } from './stages/close.ts';
import { enter, leave, type Order, type Tools } from './stages/enter.ts';
import { holdCredential } from './stages/hold.ts';
import { letEnd, renew } from './stages/keep.ts';
import { present } from './unmet.ts';

/**
 * A whole life over the public API alone: from an account to a credential, its renewal and its end. What is done is
 * decided by the program and by what each standing names as next.
 *
 * @throws StepFailed when something does not come out as it has to; the journal says what.
 */
export const rehearse = async (order: Order, tools: Tools): Promise<void> => {
  const world = await enter(order, tools);
  const agent = createAgent(world);
  const { credential } = await agent.goOn('a credential', (standing) => standing.credential !== undefined);
  const first = await holdCredential(world, present(credential, 'a credential'));
  const second = await renew(world, agent, first);
  await letEnd(world, second);
  await closeBooks(world);
  await leave(world);
};
