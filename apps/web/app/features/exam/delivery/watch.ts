import type { ExamState } from './exam-state.ts';
import type { Surroundings } from './port.ts';

/** The server hears of the player at least this often; after 30 s of silence a proctor is told. */
const askEveryMs = 20_000;
/** Past the end, until the server has sealed. */
const askAtEndMs = 2_000;
const longOfflineMs = 120_000;
const tickMs = 1_000;

interface WatchOptions {
  readonly surroundings: Surroundings;
  remaining(): number | undefined;
  isOpen(): boolean;
  set(part: Partial<Pick<ExamState, 'timeUp' | 'longOffline'>>): void;
  /** Asks the server for the time. */
  ask(): Promise<void>;
}

/** Looks at the clock every second: asks the server for the time, and notes its end and long silence. */
export const createWatch = ({ surroundings, remaining, isOpen, set, ask }: WatchOptions) => {
  let cancel = () => {};
  let asking = false;
  let askedMs = surroundings.now();
  let silentSince: number | undefined;
  let timeUp = false;
  let longOffline = false;

  const askNow = async (): Promise<void> => {
    if (asking || !isOpen()) return;
    asking = true;
    askedMs = surroundings.now();
    await ask();
    asking = false;
  };

  const noteSilence = (): void => {
    const long = silentSince !== undefined && surroundings.now() - silentSince >= longOfflineMs;
    if (long === longOffline) return;
    longOffline = long;
    set({ longOffline });
  };

  const tick = (): void => {
    const left = remaining();
    const over = left !== undefined && left <= 0;
    if (over !== timeUp && isOpen()) {
      timeUp = over;
      set({ timeUp });
    }
    noteSilence();
    if (surroundings.now() - askedMs >= (over ? askAtEndMs : askEveryMs)) void askNow();
    cancel = surroundings.after(tickMs, tick);
  };

  return {
    start: () => {
      cancel = surroundings.after(tickMs, tick);
    },
    stop: () => cancel(),
    ask: () => void askNow(),
    /** The server answered, whatever it said. */
    heard: () => {
      askedMs = surroundings.now();
      silentSince = undefined;
      noteSilence();
    },
    silent: (sinceMs: number) => {
      silentSince ??= sinceMs;
      noteSilence();
    },
  };
};
