import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnswers } from './calls.ts';
import { Engine, GaveUp, type WorkerLike } from './engine.ts';
import type { Answered, Asked } from './messages-between.ts';

const file = { name: 'a.gift', bytes: new TextEncoder().encode('::one:: Two and two? {=4 ~5}') };

/** Workers that answer as the real one does, but for the calls that are named. */
const workers = (silentAt: string) => {
  const started: string[][] = [];
  const start = (): WorkerLike => {
    const answers = createAnswers();
    const heard: string[] = [];
    started.push(heard);
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      terminate: () => heard.push('terminated'),
      postMessage: ({ id, name, input }: Asked) => {
        heard.push(name);
        if (name === silentAt && started.length === 1) return;
        const output = (answers[name] as (given: typeof input) => unknown)(input);
        const data = { id, ok: true, output } as Answered;
        queueMicrotask(() => worker.onmessage?.({ data } as MessageEvent<Answered>));
      },
    };
    return worker;
  };
  return { start, started };
};

afterEach(() => {
  vi.useRealTimers();
});

describe('the engine', () => {
  it('gives up on a call that takes too long, and goes on in a new worker with the same files', async () => {
    vi.useFakeTimers();
    const { start, started } = workers('begin');
    const engine = new Engine(start, 20_000);
    await engine.ask('open', { files: [file] });
    const refused = expect(engine.ask('begin', { item: 0, seed: 1 })).rejects.toBeInstanceOf(GaveUp);
    await vi.advanceTimersByTimeAsync(19_999);
    expect(started[0]).toEqual(['open', 'begin']);
    await vi.advanceTimersByTimeAsync(1);
    await refused;
    const attempt = await engine.ask('begin', { item: 0, seed: 1 });
    expect(attempt.key).toEqual({ RESPONSE: 'A' });
    expect(started).toEqual([
      ['open', 'begin', 'terminated'],
      ['open', 'begin'],
    ]);
  });

  it('starts no worker before it is asked, and ends it when it is closed', async () => {
    const { start, started } = workers('');
    const engine = new Engine(start);
    expect(started).toEqual([]);
    await engine.ask('open', { files: [file] });
    engine.close();
    expect(started).toEqual([['open', 'terminated']]);
  });
});
