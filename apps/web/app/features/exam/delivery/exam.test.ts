import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnswered } from './entry.ts';
import { openExam } from './exam.ts';
import { noHold } from './hold.ts';
import { createMemoryStore, type EntryStore } from './store.ts';
import { createFakeServer, type Fate } from './testing/fake-exam-server.ts';
import { createHeldTime, settle } from './testing/held-time.ts';

const attemptId = 'attempt';

/** A server, and devices that can be opened on it and crash. */
const createWorld = (minutes = 60) => {
  const time = createHeldTime();
  const fake = createFakeServer(time.surroundings.now, minutes);
  const stores: Record<string, EntryStore> = {};
  let attended = 'one';
  const open = (deviceId: string, store?: EntryStore) => {
    const own = store ?? stores[deviceId] ?? createMemoryStore();
    stores[deviceId] = own;
    return openExam({
      attemptId,
      deviceId,
      server: fake.server,
      store: own,
      hold: noHold,
      surroundings: { ...time.surroundings, attended: () => attended === deviceId },
    });
  };
  const attend = (deviceId: string) => {
    attended = deviceId;
  };
  return { time, fake, open, attend };
};

const response = (itemId: string, value: string) => ({ itemId, kind: 'response' as const, value });
const valuesOf = (entries: readonly { itemId: string; value: unknown }[]) =>
  entries.map(({ itemId, value }) => `${itemId}=${String(value)}`);

describe('the exam on a device', () => {
  it('sends each answer once, in order', async () => {
    const { time, fake, open } = createWorld();
    const exam = open('one');
    await settle();
    for (const value of ['A', 'B', 'C']) exam.record(response('item-1', value));
    exam.record({ itemId: 'item-2', kind: 'flag', value: true });
    await time.pass(100);
    expect(valuesOf(fake.entries())).toEqual(['item-1=A', 'item-1=B', 'item-1=C', 'item-2=true']);
    expect(exam.state().outbox.unsent).toEqual([]);
  });

  it('finds its answers again after a crash, those that were not sent as well', async () => {
    const { time, fake, open } = createWorld();
    const before = open('one');
    await settle();
    before.record(response('item-1', 'A'));
    await time.pass(100);
    fake.fates.push('request-lost');
    before.record(response('item-2', 'B'));
    await settle();
    before.close();
    const exam = open('one');
    await time.pass(100);
    expect(exam.state().answers.responses).toEqual(
      new Map([
        ['item-1', 'A'],
        ['item-2', 'B'],
      ]),
    );
    expect(valuesOf(fake.entries())).toEqual(['item-1=A', 'item-2=B']);
  });

  it('shows answers given while nobody is signed in, and sends them after signing in', async () => {
    const { time, fake, open } = createWorld();
    const exam = open('one');
    await settle();
    fake.setSignedIn(false);
    exam.record(response('item-1', 'A'));
    await time.pass(1000);
    expect(exam.state().outbox.phase).toBe('signed-out');
    exam.record(response('item-2', 'B'));
    fake.setSignedIn(true);
    exam.wake();
    await time.pass(100);
    expect(valuesOf(fake.entries())).toEqual(['item-1=A', 'item-2=B']);
  });

  it('stops writing when another device opens it, and goes on when it is used here again', async () => {
    const { time, fake, open } = createWorld();
    const one = open('one');
    await settle();
    const two = open('two');
    await time.pass(100);
    one.record(response('item-1', 'A'));
    two.record(response('item-1', 'B'));
    await time.pass(100);
    expect(one.state().obstacle).toEqual({ kind: 'elsewhere' });
    expect(valuesOf(fake.entries())).toEqual(['item-1=B']);
    // Its entry has the number of the other one's: it is numbered anew, and nothing is lost.
    one.takeOver();
    await time.pass(100);
    expect(one.state().obstacle).toBeUndefined();
    expect(valuesOf(fake.entries())).toEqual(['item-1=B', 'item-1=A']);
    expect(one.state().answers.responses.get('item-1')).toBe('A');
  });

  it('submits when the server has every answer, and not before', async () => {
    const { time, fake, open } = createWorld();
    const exam = open('one');
    await settle();
    fake.fates.push('request-lost', 'busy');
    exam.record(response('item-1', 'A'));
    exam.submit();
    await settle();
    expect(fake.status()).toBe('working');
    await time.pass(5_000);
    expect(exam.state()).toMatchObject({ stage: 'over', seal: { status: 'sealed', answered: 1 } });
  });

  it('does not seal by itself when the time is up: it sends the rest, locks, and waits for the server', async () => {
    const { time, fake, open } = createWorld(1);
    const exam = open('one');
    await settle();
    await time.pass(59_900);
    exam.record(response('item-1', 'A'));
    await time.pass(1_200);
    expect(exam.state()).toMatchObject({ timeUp: true, stage: 'working' });
    exam.record(response('item-1', 'B'));
    await time.pass(1_000);
    expect(fake.status()).toBe('working');
    fake.seal('sealed-at-time');
    await time.pass(3_000);
    expect(exam.state()).toMatchObject({ stage: 'over', seal: { status: 'sealed-at-time', answered: 1 } });
    expect(valuesOf(fake.entries())).toEqual(['item-1=A']);
  });

  it('says what did not arrive before the attempt was sealed', async () => {
    const { time, fake, open } = createWorld();
    const exam = open('one');
    await settle();
    fake.fates.push('request-lost');
    exam.record(response('item-1', 'A'));
    await settle();
    fake.seal('sealed');
    await time.pass(5_000);
    expect(exam.state()).toMatchObject({ stage: 'over', seal: { answered: 0 } });
    expect(exam.state().outbox.unsent).toMatchObject([{ itemId: 'item-1' }]);
  });

  it('is heard of at least every half minute, and notes when the connection is long gone', async () => {
    const { time, fake, open } = createWorld();
    const exam = open('one');
    await time.pass(60_000);
    expect(exam.state().longOffline).toBe(false);
    fake.fates.push(...Array.from({ length: 60 }, (): Fate => 'request-lost'));
    await time.pass(150_000);
    expect(exam.state().longOffline).toBe(true);
    fake.heal();
    await time.pass(21_000);
    expect(exam.state().longOffline).toBe(false);
  });

  it('is not taken from another device by a page that nobody looks at', async () => {
    const { time, fake, open, attend } = createWorld();
    fake.fates.push('request-lost');
    const left = open('one');
    await settle();
    attend('two');
    const used = open('two');
    await time.pass(60_000);
    expect([left.state().stage, used.state().stage, used.state().obstacle]).toEqual(['opening', 'working', undefined]);
    attend('one');
    left.wake();
    await time.pass(100);
    expect(left.state().stage).toBe('working');
  });

  it('opens when the connection comes back', async () => {
    const { time, fake, open } = createWorld();
    fake.fates.push('request-lost', 'busy');
    const exam = open('one');
    await settle();
    expect(exam.state().obstacle).toEqual({ kind: 'unreachable' });
    await time.pass(5_000);
    expect(exam.state()).toMatchObject({ stage: 'working', obstacle: undefined });
  });

  it('sends although the browser keeps nothing, and keeps it through a change of device', async () => {
    const { time, fake, open } = createWorld();
    const refusing: EntryStore = {
      list: () => Promise.reject(new Error('private')),
      put: () => Promise.reject(new Error('private')),
      remove: () => Promise.reject(new Error('private')),
    };
    const exam = open('one', refusing);
    await settle();
    fake.fates.push('request-lost');
    exam.record(response('item-1', 'A'));
    await settle();
    expect(exam.state().outbox.memoryOnly).toBe(true);
    exam.takeOver();
    await time.pass(5_000);
    expect(valuesOf(fake.entries())).toEqual(['item-1=A']);
  });
});

type Act =
  | { readonly do: 'answer'; readonly item: number; readonly value: string }
  | { readonly do: 'flag'; readonly item: number; readonly value: boolean }
  | { readonly do: 'fates'; readonly fates: readonly Fate[] }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'crash' }
  | { readonly do: 'switch' };

const item = fc.nat(3);
const act = (switching: boolean): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), item, value: fc.constantFrom('A', 'B') }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('flag' as const), item, value: fc.boolean() }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('fates' as const),
        fates: fc.array(fc.constantFrom<Fate>('answered', 'request-lost', 'answer-lost', 'busy'), { maxLength: 6 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(30_000) }) },
    { weight: 1, arbitrary: fc.constant<Act>({ do: 'crash' }) },
    ...(switching ? [{ weight: 2, arbitrary: fc.constant<Act>({ do: 'switch' }) }] : []),
  );

/** Whatever happens, and then a minute with a good connection. */
const live = async (acts: readonly Act[]) => {
  const { time, fake, open, attend } = createWorld(100_000);
  const devices = ['one', 'two'] as const;
  const exams = new Map<string, ReturnType<typeof open>>();
  let current: (typeof devices)[number] = 'one';
  const recorded: string[] = [];
  exams.set(current, open(current));
  await settle();
  for (const each of acts) {
    const exam = exams.get(current);
    switch (each.do) {
      case 'answer':
      case 'flag': {
        if (exam?.state().stage !== 'working' || exam.state().obstacle) break;
        const itemId = `item-${each.item}`;
        recorded.push(`${itemId}=${each.value}`);
        exam.record({ itemId, kind: each.do === 'answer' ? 'response' : 'flag', value: each.value });
        break;
      }
      case 'fates':
        fake.fates.push(...each.fates);
        break;
      case 'wait':
        await time.pass(each.ms);
        break;
      case 'crash':
        // What a person did is on the disk a moment later.
        await settle();
        exam?.close();
        exams.set(current, open(current));
        break;
      case 'switch': {
        await settle();
        current = current === 'one' ? 'two' : 'one';
        attend(current);
        const other = exams.get(current);
        if (other) other.takeOver();
        else exams.set(current, open(current));
      }
    }
    await settle();
  }
  fake.heal();
  exams.get(current)?.takeOver();
  await time.pass(60_000);
  for (const exam of exams.values()) exam.close();
  return { fake, recorded, exam: exams.get(current), others: [...exams.values()] };
};

const answered = (responses: ReadonlyMap<string, unknown>) => [...responses].sort();

describe('whatever the network does', () => {
  it('one device loses nothing, changes no order, leaves no gap and causes no conflict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act(false), { maxLength: 40 }), async (acts) => {
        const { fake, recorded, exam } = await live(acts);
        expect(valuesOf(fake.entries())).toEqual(recorded);
        expect(fake.entries().map(({ seq }) => seq)).toEqual(recorded.map((_, index) => index + 1));
        expect(fake.conflicts()).toBe(0);
        expect(exam?.state().outbox.unsent).toEqual([]);
        expect(answered(exam?.state().answers.responses ?? new Map())).toEqual(answered(fake.answers().responses));
      }),
      { numRuns: 300 },
    );
  });

  it('two devices lose nothing: what is not in the log waits on the device that was left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act(true), { maxLength: 40 }), async (acts) => {
        const { fake, recorded, exam, others } = await live(acts);
        const waiting = others.flatMap((each) => valuesOf(each.state().outbox.unsent));
        const found = new Set([...valuesOf(fake.entries()), ...waiting]);
        expect(recorded.filter((each) => !found.has(each))).toEqual([]);
        expect(fake.entries().map(({ seq }) => seq)).toEqual(fake.entries().map((_, index) => index + 1));
        expect(exam?.state().outbox.unsent).toEqual([]);
        const shown = [...(exam?.state().answers.responses ?? [])].filter(([, value]) => isAnswered(value));
        expect(shown.sort()).toEqual(answered(fake.answers().responses));
      }),
      { numRuns: 300 },
    );
  });
});
