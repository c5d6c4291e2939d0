import { backoffMs } from './backoff.ts';
import { remainingMs, type ServerClock, setClock } from './clock.ts';
import { createDraft } from './draft.ts';
import { type Answers, type Entry, type Mark, withMarks } from './entry.ts';
import { beforeOpening, type Exam, type ExamState } from './exam-state.ts';
import type { Held, Hold } from './hold.ts';
import { type Halt, lastSeqOf, outboxOf } from './outbox.ts';
import { type OutboxRunner, runOutbox } from './outbox-runner.ts';
import type { ClockReading, ExamServer, Opened, Seal, Surroundings } from './port.ts';
import type { EntryStore } from './store.ts';
import { troubleOf } from './trouble.ts';
import { createWatch } from './watch.ts';

export interface ExamOptions {
  readonly attemptId: string;
  /** Of this browser, the same after a reload. */
  readonly deviceId: string;
  readonly server: ExamServer;
  readonly store: EntryStore;
  readonly hold: Hold;
  readonly surroundings: Surroundings;
}

const answersOf = ({ responses, flags }: Opened): Answers => ({
  responses: new Map(Object.entries(responses)),
  flags: new Set(flags),
});

/** One attempt on this device: opens it, keeps and sends the answers, follows the server's clock, seals it. */
export const openExam = ({ attemptId, deviceId, server, store, hold, surroundings }: ExamOptions): Exam => {
  const device = { attemptId, deviceId };
  let state: ExamState = beforeOpening;
  let clock: ServerClock | undefined;
  let runner: OutboxRunner | undefined;
  let held: Held | undefined;
  let closed = false;
  let submitSent = false;
  let finishing = false;
  let opening = false;
  let failures = 0;
  let asleep: (() => void) | undefined;
  const listeners = new Set<() => void>();

  const set = (part: Partial<ExamState>): void => {
    if (closed) return;
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  };

  const log = (mark: Mark): void => {
    set({ drafting: false });
    runner?.dispatch({ type: 'recorded', mark });
  };
  const draft = createDraft(surroundings, log);

  /** Shows a mark at once; undefined when nothing can be recorded any more. */
  const shown = (mark: Omit<Mark, 'clientAt'>): Mark | undefined => {
    if (state.stage !== 'working' || state.timeUp || submitSent || !runner) return undefined;
    const made = { ...mark, clientAt: surroundings.instant() };
    set({ answers: withMarks(state.answers, [made]) });
    return made;
  };

  /** Asks the server; every answer sets the clock, and tells whether the attempt is over. */
  const ask = async <Answer extends ClockReading>(call: () => Promise<Answer>): Promise<Answer> => {
    const asked = surroundings.now();
    try {
      const answer = await call();
      clock = setClock(clock, answer, asked, surroundings.now());
      watch.heard();
      if (answer.status !== 'working') void finish();
      return answer;
    } catch (error) {
      if (troubleOf(error).kind === 'unreachable') watch.silent(asked);
      else watch.heard();
      throw error;
    }
  };

  const again = (run: () => void): void => {
    failures += 1;
    surroundings.after(backoffMs(failures, surroundings.random()), () => closed || run());
  };

  /** Opening takes the exam from whoever has it: a page that nobody looks at waits until somebody does. */
  const openAgain = (run: () => void): void =>
    again(() => {
      if (surroundings.attended()) run();
      else asleep = run;
    });

  const watch = createWatch({
    surroundings,
    remaining: () => clock && remainingMs(clock, surroundings.now()),
    isOpen: () => state.stage === 'working' && state.obstacle === undefined,
    set: (part) => {
      if (part.timeUp) draft.settle();
      set(part);
    },
    ask: async () => {
      try {
        await ask(() => server.clock(attemptId));
        runner?.dispatch({ type: 'signed-in' });
        runner?.dispatch({ type: 'retry' });
      } catch (error) {
        const { kind } = troubleOf(error);
        if (kind === 'signed-out' && state.stage === 'working') runner?.dispatch({ type: 'halted', why: kind });
      }
    },
  });

  const halted = (why: Halt): void => {
    if (why === 'conflict') void reopen();
    if (why === 'other-device') set({ obstacle: { kind: 'elsewhere' }, submitting: false });
    if (why === 'over') void finish();
  };

  const startRunner = (kept: readonly Entry[]): OutboxRunner => {
    runner?.close();
    return runOutbox(outboxOf(kept), {
      attemptId,
      store,
      surroundings,
      send: (entries) => ask(() => server.save({ ...device, entries })),
      changed: (outbox) => {
        set({ outbox });
        void trySubmit();
      },
      halted,
    });
  };

  /** What is still to be sent from before: on the disk, or in this page alone where the disk refused. */
  const findKept = async (): Promise<readonly Entry[]> => {
    if (runner?.outbox().memoryOnly) return runner.outbox().unsent.map(({ stored: _, ...entry }) => entry);
    return store.list(attemptId).catch(() => []);
  };

  const take = async (steal: boolean): Promise<void> => {
    held ??= await hold.take(`testamur-exam-${attemptId}`, {
      steal,
      lost: () => {
        held = undefined;
        runner?.dispatch({ type: 'halted', why: 'other-device' });
      },
    });
    if (closed) held?.release();
  };

  const open = async (steal: boolean): Promise<void> => {
    if (opening) return;
    draft.settle();
    opening = true;
    set({ stage: 'opening', obstacle: undefined });
    await take(steal);
    if (held) await openHeld();
    else set({ obstacle: { kind: 'elsewhere' } });
    opening = false;
  };

  const openHeld = async (): Promise<void> => {
    const kept = await findKept();
    runner = startRunner(kept);
    set({ outbox: runner.outbox() });
    try {
      const opened = await ask(() => server.open(device));
      failures = 0;
      const { title, candidateName, items } = opened;
      set({ stage: 'working', paper: { title, candidateName, items }, answers: withMarks(answersOf(opened), kept) });
      runner.dispatch({ type: 'opened', nextSeq: opened.nextSeq });
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'over') return finish();
      if (trouble.kind === 'unreachable') openAgain(() => void open(false));
      const known = trouble.kind === 'unreachable' || trouble.kind === 'signed-out' || trouble.kind === 'refused';
      set({ obstacle: known ? trouble : { kind: 'elsewhere' } });
    }
  };

  /** Another device has written under the numbers of this one: read what it wrote, and go on behind it. */
  const reopen = async (): Promise<void> => {
    try {
      const opened = await ask(() => server.open(device));
      failures = 0;
      if (!runner) return;
      draft.settle();
      set({ answers: withMarks(answersOf(opened), runner.outbox().unsent) });
      runner.dispatch({ type: 'opened', nextSeq: opened.nextSeq });
    } catch (error) {
      const { kind } = troubleOf(error);
      if (kind === 'over') runner?.dispatch({ type: 'halted', why: 'over' });
      else if (kind === 'signed-out') runner?.dispatch({ type: 'halted', why: 'signed-out' });
      else openAgain(() => void reopen());
    }
  };

  const sealed = (seal: Seal): void => {
    set({ stage: 'over', seal, submitting: false, obstacle: undefined });
    watch.stop();
  };

  /** The server has said that the attempt is over: ask for its seal. */
  const finish = async (): Promise<void> => {
    if (finishing || closed || state.seal) return;
    draft.settle();
    finishing = true;
    runner?.dispatch({ type: 'halted', why: 'over' });
    set({ stage: 'over', obstacle: undefined });
    try {
      sealed(await server.submit({ ...device, lastSeq: 0 }));
    } catch (error) {
      const trouble = troubleOf(error);
      finishing = false;
      if (trouble.kind === 'signed-out' || trouble.kind === 'refused') set({ obstacle: trouble });
      else again(() => void finish());
    }
  };

  const trySubmit = async (): Promise<void> => {
    const outbox = runner?.outbox();
    if (!state.submitting || submitSent || outbox?.phase !== 'ready' || outbox.unsent.length > 0) return;
    submitSent = true;
    try {
      sealed(await server.submit({ ...device, lastSeq: lastSeqOf(outbox) }));
    } catch (error) {
      const trouble = troubleOf(error);
      submitSent = false;
      if (trouble.kind === 'unreachable') again(() => void trySubmit());
      else if (trouble.kind === 'refused') set({ submitting: false, submitProblem: trouble.message });
      else if (trouble.kind !== 'invalid') runner?.dispatch({ type: 'halted', why: trouble.kind });
    }
  };

  void open(false);
  watch.start();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    remainingMs: () => clock && remainingMs(clock, surroundings.now()),
    record: (mark) => {
      draft.settle();
      const made = shown(mark);
      if (made) log(made);
    },
    draft: (mark) => {
      const made = shown(mark);
      if (!made) return;
      draft.write(made);
      set({ drafting: true });
    },
    settle: draft.settle,
    submit: () => {
      draft.settle();
      set({ submitting: true, submitProblem: undefined });
      void trySubmit();
    },
    goOnWorking: () => {
      if (!submitSent) set({ submitting: false, submitProblem: undefined });
    },
    takeOver: () => void open(true),
    wake: () => {
      const woken = asleep;
      asleep = undefined;
      if (woken) woken();
      else if (state.stage === 'opening' && state.obstacle && state.obstacle.kind !== 'elsewhere') void open(false);
      else if (state.stage === 'over' && state.obstacle) void finish();
      else watch.ask();
    },
    close: () => {
      draft.settle();
      closed = true;
      runner?.close();
      watch.stop();
      held?.release();
    },
  };
};
