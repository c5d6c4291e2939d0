import { createAgent } from './agent.ts';
import { type Claimed, checkParticulars } from './particulars/index.ts';
import { planLife } from './plan/choose.ts';
import { closeBooks } from './stages/close.ts';
import { enter, leave, type Order, type Tools } from './stages/enter.ts';
import { holdCredential } from './stages/hold.ts';
import { letEnd, renew } from './stages/keep.ts';
import { certifyInOtherTrack } from './stages/second-track.ts';
import { study } from './stages/study.ts';
import { present } from './unmet.ts';

/**
 * A whole life over the public API alone: from an account to a credential, its renewals by every way and its end. What is
 * done is decided by the program and by what each standing names as next.
 *
 * @returns what the program has that others do not have, as it was seen.
 * @throws StepFailed when something does not come out as it has to; the journal says what.
 */
export const rehearse = async (order: Omit<Order, 'planFor'>, tools: Tools): Promise<readonly Claimed[]> => {
  const world = await enter({ ...order, planFor: planLife }, tools);
  await study(world);
  const agent = createAgent(world);
  const { credential } = await agent.goOn('a credential', (standing) => standing.credential !== undefined);
  let held = await holdCredential(world, present(credential, 'a credential'));
  await certifyInOtherTrack(world);
  for (const _route of world.program.renewal.routes) held = await renew(world, agent, held);
  await letEnd(world, agent, held);
  await closeBooks(world);
  const particulars = await checkParticulars(world);
  await leave(world);
  return particulars;
};
