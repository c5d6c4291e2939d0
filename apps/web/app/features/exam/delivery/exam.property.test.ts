import { isAnswered } from '@testamur/qti';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExamWorld, valuesOf } from './testing/exam-world.ts';
import type { Fate } from './testing/fake-exam-server.ts';
import { settle } from './testing/held-time.ts';

type Act =
  | { readonly do: 'answer'; readonly item: number; readonly value: string }
  | { readonly do: 'type'; readonly item: number; readonly value: string }
  | { readonly do: 'flag'; readonly item: number; readonly value: boolean }
  | { readonly do: 'fates'; readonly fates: readonly Fate[] }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'crash' }
  | { readonly do: 'switch' };

const item = fc.nat(3);
const act = (switching: boolean): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), item, value: fc.constantFrom('A', 'B') }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), item, value: fc.constantFrom('a', 'ab') }) },
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
  const { time, fake, open, attend } = createExamWorld(100_000);
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
      case 'type': {
        if (exam?.state().stage !== 'working' || exam.state().obstacle) break;
        const itemId = `item-${each.item}`;
        // What is typed on takes the place of what has not rested yet.
        if (exam.state().drafting && recorded.at(-1)?.startsWith(`${itemId}=`)) recorded.pop();
        recorded.push(`${itemId}=${each.value}`);
        exam.draft({ itemId, kind: 'response', value: each.value });
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
