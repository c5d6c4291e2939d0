import type { Surroundings } from '../port.ts';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/** Lets every promise that can settle do so. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
};

/** Time that moves when a test says so. */
export const createHeldTime = () => {
  let nowMs = 0;
  const timers = new Set<Timer>();
  const surroundings: Surroundings = {
    now: () => nowMs,
    instant: () => '2027-04-12T14:00:00.000Z',
    random: () => 0.5,
    after: (ms, run) => {
      const timer = { atMs: nowMs + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    attended: () => true,
  };
  const next = () => [...timers].sort((a, b) => a.atMs - b.atMs)[0];
  return {
    surroundings,
    /** Moves time on, and runs what falls due on the way. */
    pass: async (ms: number): Promise<void> => {
      const until = nowMs + ms;
      await settle();
      for (let timer = next(); timer && timer.atMs <= until; timer = next()) {
        timers.delete(timer);
        nowMs = timer.atMs;
        timer.run();
        await settle();
      }
      nowMs = until;
    },
  };
};
