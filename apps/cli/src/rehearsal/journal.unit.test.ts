import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { createJournal, type Step, StepFailed } from './journal.ts';
import { expectRefusal, expectThat } from './unmet.ts';

const at = '2027-03-01T09:00:00.000Z';

const journalOf = () => {
  const printed: Step[] = [];
  return {
    journal: createJournal(
      () => at,
      (step) => printed.push(step),
    ),
    printed,
  };
};

test('a step that holds is written down with its notes, and gives back what it found', async () => {
  const { journal, printed } = journalOf();
  const found = await journal.step('candidate', 'Do it', async (note) => {
    note('One.');
    note('Two.');
    return 42;
  });
  expect(found).toBe(42);
  expect(journal.steps).toEqual([{ at, actor: 'candidate', action: 'Do it', ok: true, detail: 'One. Two.' }]);
  expect(printed).toEqual(journal.steps);
});

test('a step that fails says what was expected and what is there, once', async () => {
  const { journal } = journalOf();
  const life = journal.reach('a credential', () =>
    journal.step('reviewer', 'Accept', async (note) => {
      note('1 file read.');
      expectThat(false, 'the requirement to be met', 'in-progress');
    }),
  );
  await expect(life).rejects.toThrow(StepFailed);
  expect(journal.steps).toEqual([
    {
      at,
      actor: 'reviewer',
      action: 'Accept',
      ok: false,
      detail: '1 file read. Expected the requirement to be met. Found: in-progress.',
    },
  ]);
});

test('a goal that is not reached is a failed step of its own', async () => {
  const { journal } = journalOf();
  const life = journal.reach('a credential', async () => expectThat(false, 'something next', 'nothing'));
  await expect(life).rejects.toThrow(StepFailed);
  expect(journal.steps).toMatchObject([{ actor: 'rehearsal', action: 'Reach a credential', ok: false }]);
});

test('a refusal that is expected has to come, and with its code', async () => {
  const refused = (code: string, status = 409) => Promise.reject(new ORPCError(code, { status, message: 'No.' }));
  expect(await expectRefusal('billing.card-declined', refused('billing.card-declined'))).toBe('No.');
  await expect(expectRefusal('billing.card-declined', refused('billing.other'))).rejects.toThrow(
    'Found: billing.other: No.',
  );
  await expect(expectRefusal('billing.card-declined', Promise.resolve({ ok: true }))).rejects.toThrow(
    'Found: an answer',
  );
  // A server that breaks has not refused.
  const broken = expectRefusal('billing.card-declined', refused('billing.card-declined', 500));
  await expect(broken).rejects.toBeInstanceOf(ORPCError);
});

test('the turns of a life are kept in order, with the time at which they came', () => {
  const { journal } = journalOf();
  journal.pass('Certified');
  journal.pass('Renewed');
  expect(journal.milestones).toEqual([
    { at, title: 'Certified' },
    { at, title: 'Renewed' },
  ]);
});
