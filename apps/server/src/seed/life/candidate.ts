import type { NextAction, NextActionKind, Program, Standing } from '@testamur/program';
import { type DemoCandidate, isThere } from '../demonstration.ts';
import { apply } from './apply.ts';
import { assess } from './assess.ts';
import { pay } from './pay.ts';
import type { Api, World } from './world.ts';

/** A candidate under way. */
export interface Candidate {
  readonly world: World;
  readonly mailbox: string;
  readonly name: string;
  readonly program: Program;
  readonly plan: DemoCandidate;
  readonly candidacyId: string;
  readonly api: Api;
}

/**
 * Does what an action asks for. True: look again. False: nothing more can be done about it until a job has run. `wait`:
 * nor about anything else.
 */
export type Act = (candidate: Candidate, action: NextAction, standing: Standing) => Promise<boolean | 'wait'>;

const reason = 'Everything is passed, and nothing speaks against it in this demonstration.';

const decide: Act = async ({ world, candidacyId }) => {
  const decider = await world.as('decider');
  await decider.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
  return false;
};

const acts: Readonly<Partial<Record<NextActionKind, Act>>> = {
  ...apply,
  'pay-fee': pay,
  ...assess,
  'record-decision': decide,
};

/**
 * Goes on until the candidate is where they are to be left, or nothing more can be done before jobs have run.
 *
 * @returns whether they are there.
 */
export const goOn = async (candidate: Candidate): Promise<boolean> => {
  for (;;) {
    const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId: candidate.candidacyId });
    if (isThere(candidate.plan.until, standing)) return true;
    let moved = false;
    // What others have to do comes first: a result is out before the next exam is sat.
    const inOrder = standing.next.toSorted((a, b) => Number(a.actor === 'candidate') - Number(b.actor === 'candidate'));
    for (const action of inOrder) {
      // What the system does is done by a job.
      const act = action.actor === 'system' ? undefined : acts[action.kind];
      const acted = act === undefined ? false : await act(candidate, action, standing);
      if (acted === 'wait') return false;
      if (acted) {
        moved = true;
        break;
      }
    }
    if (!moved) return false;
  }
};
