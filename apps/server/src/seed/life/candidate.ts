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

/** Does what an action asks for. False: nothing can be done until a job has run. */
export type Act = (candidate: Candidate, action: NextAction, standing: Standing) => Promise<boolean>;

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
    for (const action of standing.next) {
      // What the system does is done by a job.
      const act = action.actor === 'system' ? undefined : acts[action.kind];
      if (act && (await act(candidate, action, standing))) {
        moved = true;
        break;
      }
    }
    if (!moved) return false;
  }
};
