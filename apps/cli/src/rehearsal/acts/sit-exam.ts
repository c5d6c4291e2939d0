import { type Exam, examPassMark } from '@testamur/program';
import { interactionsOf } from '@testamur/qti';
import { type AnswerPlan, inBatches, type KeyedItem, planAnswers } from '../answers.ts';
import type { Note } from '../journal.ts';
import { expectThat } from '../unmet.ts';
import { staffWith, type World } from '../world.ts';

type Opened = Awaited<ReturnType<World['candidate']['api']['delivery']['openAttempt']>>;

/** The largest batch that the operation takes. */
const largestBatch = 200;

/** The keys, from the bank: so that the candidate can be made to pass with mistakes. No candidate could ask for them. */
const readKeys = async (world: World, { items }: Opened): Promise<readonly KeyedItem[]> => {
  const { organization } = world;
  const { api } = staffWith(world, 'psychometrician');
  const keyed: KeyedItem[] = [];
  for (const { itemId, view } of items) {
    const { choices } = await api.itemBank.getItem({ organization, itemId });
    const [interaction] = interactionsOf(view.body);
    expectThat(interaction?.interaction === 'choice', `the item ${itemId} to offer choices`, interaction?.interaction);
    const { choices: offered } = interaction;
    const cardinality = interaction.cardinality === 'single' ? 'single' : 'multiple';
    const keys = choices.filter(({ key }) => key).map(({ id }) => id);
    keyed.push({ itemId, choices: offered.map(({ identifier }) => identifier), keys, cardinality });
  }
  return keyed;
};

interface Sitting {
  readonly attemptId: string;
  readonly deviceId: string;
}

const answer = async (world: World, sitting: Sitting, plan: AnswerPlan, note: Note): Promise<void> => {
  const { delivery } = world.candidate.api;
  const clientAt = world.clock.now();
  const entries = plan.entries.map((entry) => ({ ...entry, clientAt }));
  const batches = inBatches(entries, largestBatch);
  for (const batch of batches) {
    const seqs = batch.map(({ seq }) => seq);
    const { acknowledged } = await delivery.saveResponses({ ...sitting, entries: [...batch] });
    expectThat(acknowledged.join() === seqs.join(), `the entries ${seqs.join()} to be acknowledged`, acknowledged);
  }
  const first = batches[0] ?? [];
  const { acknowledged } = await delivery.saveResponses({ ...sitting, entries: [...first] });
  expectThat(acknowledged.length === first.length, 'a batch sent twice to be acknowledged again', acknowledged);

  const { nextSeq, responses, flags } = await delivery.openAttempt(sitting);
  const last = entries.at(-1)?.seq ?? 0;
  expectThat(nextSeq === last + 1, `${last} entries in the log, none of them twice`, `${nextSeq - 1}`);
  const wanted = plan.responses;
  const differing = Object.keys(wanted).filter((id) => JSON.stringify(responses[id]) !== JSON.stringify(wanted[id]));
  expectThat(differing.length === 0, 'every answer as it was given last', `${differing.length} others`);
  expectThat(flags.join() === (plan.flagged ?? ''), 'the one flag that was set', flags);
  note(`${entries.length} entries in ${batches.length} batches; the first batch sent twice, kept once.`);
};

const submit = async (world: World, sitting: Sitting, lastSeq: number, items: number, note: Note): Promise<void> => {
  const { delivery } = world.candidate.api;
  const seal = await delivery.submitAttempt({ ...sitting, lastSeq });
  expectThat(seal.status === 'sealed' && seal.answered === items, `${items} answers to be sealed`, seal);
  const again = await delivery.submitAttempt({ ...sitting, lastSeq });
  expectThat(again.sealedAt === seal.sealedAt, 'submitting twice to give one seal', again.sealedAt);
  note(`${seal.answered} of ${seal.items} answered.`);
};

interface Sat {
  readonly exam: Exam;
  readonly attempt: number;
  readonly attemptId: string;
  readonly deviceId: string;
}

/** Answers and submits. How many answers are right is kept, for the result to be compared with. */
export const sit = async (world: World, { exam, attempt, attemptId, deviceId }: Sat): Promise<void> => {
  const { candidate, journal, plan: wishes } = world;
  const passes = attempt > 1 || !wishes.fails.has(exam.id);
  const sitting = { attemptId, deviceId };
  const { plan, items } = await journal.step('candidate', `Answer: ${exam.title}`, async (note) => {
    const opened = await candidate.api.delivery.openAttempt(sitting);
    const keyed = await readKeys(world, opened);
    const made = planAnswers(keyed, examPassMark(exam, keyed.length), opened.nextSeq, passes);
    await answer(world, sitting, made, note);
    note(`${made.right} right, ${keyed.length - made.right} wrong, one changed, one flagged.`);
    return { plan: made, items: keyed.length };
  });
  await journal.step('candidate', `Submit: ${exam.title}`, (note) =>
    submit(world, sitting, plan.entries.at(-1)?.seq ?? 0, items, note),
  );
  world.expectedScores.set(exam.id, { score: plan.right, passed: passes });
};
