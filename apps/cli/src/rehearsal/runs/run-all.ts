import type { Step } from '../journal.ts';
import { createKeepsakes } from '../keepsakes.ts';
import { listPrograms, type Order } from '../stages/enter.ts';
import { type Kind, type Run, run } from './run.ts';

export interface RunningAll {
  readonly order: Omit<Order, 'program' | 'planFor'>;
  readonly kinds: readonly Kind[];
  /** How many at a time. */
  readonly atOnce: number;
  print(step: Step, program: string, kind: Kind): void;
  /** One of them is over. */
  tell(run: Run): void;
}

/**
 * Rehearses every program of the installation, each in an organization of its own, so that none waits for the clock of
 * another.
 *
 * @returns in the order of the programs.
 * @throws Unreachable where nobody answers, Unmet where something else does.
 */
export const runAll = async ({ order, kinds, atOnce, print, tell }: RunningAll): Promise<readonly Run[]> => {
  const programs = await listPrograms(order);
  const ids = [...new Set(programs.map(({ id }) => id))].sort();
  const waiting = ids.flatMap((program) => kinds.map((kind) => ({ program, kind })));
  const runs = new Map<string, Run>();
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { program, kind } = next;
      const keepsakes = await createKeepsakes(undefined);
      const done = await run({
        order: { ...order, program },
        kind,
        keepsakes,
        print: (step) => print(step, program, kind),
      });
      runs.set(`${program} ${kind}`, done);
      tell(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return ids.flatMap((program) => kinds.flatMap((kind) => runs.get(`${program} ${kind}`) ?? []));
};
