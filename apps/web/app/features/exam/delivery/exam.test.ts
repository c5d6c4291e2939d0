import { describe, expect, it } from 'vitest';
import type { Exam } from './exam-state.ts';
import type { EntryStore } from './store.ts';
import { attemptId, createExamWorld, response, valuesOf } from './testing/exam-world.ts';
import type { Fate } from './testing/fake-exam-server.ts';
import { settle } from './testing/held-time.ts';

describe('the exam on a device', () => {
  it('sends each answer once, in order', async () => {
    const { time, fake, open } = createExamWorld();
    const exam = open('one');
    await settle();
    for (const value of ['A', 'B', 'C']) exam.record(response('item-1', value));
    exam.record({ itemId: 'item-2', kind: 'flag', value: true });
    await time.pass(100);
    expect(valuesOf(fake.entries())).toEqual(['item-1=A', 'item-1=B', 'item-1=C', 'item-2=true']);
    expect(exam.state().outbox.unsent).toEqual([]);
  });

  it('finds its answers again after a crash, those that were not sent as well', async () => {
    const { time, fake, open } = createExamWorld();
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
    const { time, fake, open } = createExamWorld();
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
    const { time, fake, open, stores } = createExamWorld();
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
    expect(await stores.one?.list(attemptId)).toEqual([]);
  });

  it('records typing when it rests, as one line of the log, and shows it at once', async () => {
    const { time, fake, open } = createExamWorld();
    const exam = open('one');
    await settle();
    for (const text of ['f', 'fi', 'fie', 'field']) {
      exam.draft(response('item-1', text));
      expect(exam.state()).toMatchObject({ drafting: true, answers: { responses: new Map([['item-1', text]]) } });
      await time.pass(500);
    }
    expect(fake.entries()).toEqual([]);
    await time.pass(200);
    expect(valuesOf(fake.entries())).toEqual(['item-1=field']);
    expect(exam.state().drafting).toBe(false);
  });

  it('records typing that never rests every ten seconds', async () => {
    const { time, fake, open } = createExamWorld();
    const exam = open('one');
    await settle();
    for (let at = 0; at < 25; at += 1) {
      exam.draft(response('item-1', 'x'.repeat(at + 1)));
      await time.pass(500);
    }
    expect(valuesOf(fake.entries())).toEqual([`item-1=${'x'.repeat(20)}`]);
  });

  it.each([
    ['its item is left', (exam: Exam) => exam.settle(), ['item-1=half']],
    ['something else is done', (exam: Exam) => exam.record(response('item-2', 'A')), ['item-1=half', 'item-2=A']],
    ['another item is typed in', (exam: Exam) => exam.draft(response('item-2', 'a')), ['item-1=half']],
    ['the exam is submitted', (exam: Exam) => exam.submit(), ['item-1=half']],
  ])('records what is being typed when %s', async (_, act, expected) => {
    const { time, fake, open } = createExamWorld();
    const exam = open('one');
    await settle();
    exam.draft(response('item-1', 'half'));
    act(exam);
    await time.pass(100);
    expect(valuesOf(fake.entries())).toEqual(expected);
  });

  it('records what is being typed in the moment in which the time runs out', async () => {
    const { time, fake, open } = createExamWorld(1);
    const exam = open('one');
    await settle();
    await time.pass(59_900);
    exam.draft(response('item-1', 'last'));
    await time.pass(1_000);
    expect(exam.state().timeUp).toBe(true);
    expect(valuesOf(fake.entries())).toEqual(['item-1=last']);
  });

  it('finds what was being typed when the page was closed', async () => {
    const { time, fake, open } = createExamWorld();
    const before = open('one');
    await settle();
    before.draft(response('item-1', 'half'));
    before.close();
    open('one');
    await time.pass(100);
    expect(valuesOf(fake.entries())).toEqual(['item-1=half']);
  });

  it('submits when the server has every answer, and not before', async () => {
    const { time, fake, open } = createExamWorld();
    const exam = open('one');
    await settle();
    fake.fates.push('request-lost', 'busy');
    exam.record(response('item-1', 'A'));
    exam.submit();
    await settle();
    expect([fake.submissions(), fake.status()]).toEqual([0, 'working']);
    await time.pass(5_000);
    expect(fake.submissions()).toBe(1);
    expect(exam.state()).toMatchObject({ stage: 'over', seal: { status: 'sealed', answered: 1 } });
  });

  it('does not seal by itself when the time is up: it sends the rest, locks, and waits for the server', async () => {
    const { time, fake, open } = createExamWorld(1);
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
    const { time, fake, open } = createExamWorld();
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
    const { time, fake, open } = createExamWorld();
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
    const { time, fake, open, attend } = createExamWorld();
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
    const { time, fake, open } = createExamWorld();
    fake.fates.push('request-lost', 'busy');
    const exam = open('one');
    await settle();
    expect(exam.state().obstacle).toEqual({ kind: 'unreachable' });
    await time.pass(5_000);
    expect(exam.state()).toMatchObject({ stage: 'working', obstacle: undefined });
  });

  it('sends although the browser keeps nothing, and keeps it through a change of device', async () => {
    const { time, fake, open } = createExamWorld();
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
