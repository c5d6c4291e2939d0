import { setTimeout as wait } from 'node:timers/promises';
import { type NextAction, type NextActionKind, type Standing, say } from '@testamur/program';
import { acts } from './acts/index.ts';
import { type Milestone, milestones } from './milestones/index.ts';
import { look } from './settle.ts';
import { Unmet } from './unmet.ts';
import type { World } from './world.ts';

/** Looks at the standing, and does what it names as the one it names. */
export interface Agent {
  /**
   * @param only the kinds of actions that are done on the way; all of them where it is left out.
   * @throws StepFailed when a step fails, or nothing leads on to the goal.
   */
  goOn(goal: string, isReached: (standing: Standing) => boolean, only?: ReadonlySet<NextActionKind>): Promise<Standing>;
}

const mostRounds = 300;
const mostTries = 12;
const patience = 10;
const pauseMs = 300;

export const nextInWords = ({ status, next }: Standing): string =>
  `the status "${status}", next: ${next.map((action) => `${say(action.title)} (${action.actor})`).join('; ') || 'nothing'}`;

/** One kind of action about one thing, such as the review of one requirement. */
const keyOf = ({ kind, subject = '' }: NextAction): string => `${kind} ${subject}`;

const ofAssessments: ReadonlySet<NextActionKind> = new Set([
  'take-exam',
  'continue-exam',
  'submit-portfolio',
  'attend-session',
  'record-session',
  'take-course',
  'record-module',
]);

/** Everything else first, then assessments in the order of the plan. */
const inOrder = (next: readonly NextAction[], order: readonly string[]): readonly NextAction[] => {
  const rank = ({ kind, subject = '' }: NextAction) => (ofAssessments.has(kind) ? order.indexOf(subject) : -2);
  return next.toSorted((a, b) => rank(a) - rank(b));
};

export const createAgent = (world: World): Agent => {
  const reached = new Set<Milestone>();

  const passMilestones = async (standing: Standing): Promise<void> => {
    for (const milestone of milestones) {
      if (reached.has(milestone) || !milestone.isReached(standing)) continue;
      reached.add(milestone);
      await milestone.celebrate(world, standing);
    }
  };

  /** The first action that somebody can take now; what waits for the system is waited for. */
  const actOnce = async (
    standing: Standing,
    tries: Map<string, number>,
    only: ReadonlySet<NextActionKind> | undefined,
  ): Promise<boolean> => {
    for (const action of inOrder(standing.next, world.plan.order)) {
      if (only?.has(action.kind) === false) continue;
      const key = keyOf(action);
      const tried = tries.get(key) ?? 0;
      if (tried >= mostTries)
        throw new Unmet(`"${say(action.title)}" to be done after ${tried} tries`, nextInWords(standing));
      if (await acts[action.kind](world, action, standing)) {
        tries.set(key, tried + 1);
        return true;
      }
    }
    return false;
  };

  const pursue: Agent['goOn'] = async (goal, isReached, only) => {
    const tries = new Map<string, number>();
    let idle = 0;
    for (let round = 0; round < mostRounds; round += 1) {
      const { standing } = await look(world);
      await passMilestones(standing);
      if (isReached(standing)) return standing;
      if (await actOnce(standing, tries, only)) idle = 0;
      else if (standing.next.length === 0 || idle >= patience) throw new Unmet(goal, nextInWords(standing));
      else {
        idle += 1;
        await wait(pauseMs);
      }
    }
    throw new Unmet(`${goal} within ${mostRounds} rounds`, 'a life that goes on without getting there');
  };

  return {
    goOn: (goal, isReached, only) => world.journal.reach(goal, () => pursue(goal, isReached, only)),
  };
};
