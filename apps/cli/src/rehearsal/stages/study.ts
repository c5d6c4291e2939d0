import { interactionsOf, itemResponseOf } from '@testamur/qti';
import { expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';

type Practice = Awaited<ReturnType<World['anyone']['guide']['getPractice']>>;

/** The first choice of every choice item: some are right, most are not. */
const guess = ({ items }: Practice): Readonly<Record<string, string>> =>
  Object.fromEntries(
    items.flatMap(({ identifier, item }) => {
      const [interaction] = interactionsOf(item.body);
      if (interaction?.interaction !== 'choice') return [];
      return [[identifier, present(interaction.choices[0]?.identifier, `a choice in the practice item ${identifier}`)]];
    }),
  );

const practice = async ({ anyone, program, findings, journal }: World, material: string): Promise<void> => {
  await journal.step('candidate', `Practice: ${material}`, async (note) => {
    const test = await anyone.guide.getPractice({ programId: program.id, material });
    expectThat(test.items.length > 0, 'items to practice with', 'none');
    expectThat(!JSON.stringify(test).includes('rationale'), 'no key or rationale before an answer', 'one');
    const guessed = guess(test);
    const first = await anyone.guide.scorePractice({ programId: program.id, responses: guessed });
    const explained = first.items.filter(
      ({ rationale, key }) => rationale !== '' && Object.values(key).some((value) => value !== null),
    );
    expectThat(
      explained.length === Object.keys(guessed).length && explained.length > 0,
      'a key and a reason for every answer',
      explained.length,
    );
    const keys = Object.fromEntries(
      first.items.map(({ identifier, key }) => [identifier, itemResponseOf(Object.keys(key), key)]),
    );
    const second = await anyone.guide.scorePractice({ programId: program.id, responses: keys });
    expectThat(second.score === second.maxScore, 'every answer right with its key', second.score);
    findings.add({ kind: 'practice', material, items: test.items.length, right: first.score });
    note(`${first.score} of ${first.maxScore} at the first try, ${second.score} with what was learned.`);
  });
};

/** Uses what the program offers for preparing: reads the guide, takes the practice tests. */
export const study = async (world: World): Promise<void> => {
  const { program, findings, journal } = world;
  for (const { id, kind, title, sections = [] } of program.preparation?.materials ?? []) {
    if (kind === 'practice-test') await practice(world, id);
    else {
      await journal.step('candidate', `Read: ${title}`, async (note) => {
        const words = sections.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
        expectThat(words > 0, 'a study guide with a text', sections);
        findings.add({ kind: 'study-guide', material: id, sections: sections.length });
        note(`${sections.length} sections, ${words} words.`);
      });
    }
  }
};
