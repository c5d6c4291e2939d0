import { settle } from './settle.ts';
import { expectThat } from './unmet.ts';
import type { World } from './world.ts';

const idsOf = async ({
  candidate,
  organization,
}: World): Promise<ReadonlyMap<string, { subject: string; text: string }>> => {
  const { messages } = await candidate.api.notifications.listMyMessages({ page: 1 });
  expectThat(messages.length > 0, `letters to the candidate of ${organization}`, 'none');
  return new Map(messages.map(({ id, subject, text }) => [id, { subject, text }]));
};

/**
 * What the clock has to bring: does something, and expects one new letter that names `about`.
 *
 * @returns the subject of the letter.
 */
export const expectLetter = async (world: World, about: string, work: () => Promise<void>): Promise<string> => {
  const before = await idsOf(world);
  await work();
  await settle(world);
  const after = await idsOf(world);
  const fresh = [...after].filter(([id]) => !before.has(id)).map(([, letter]) => letter);
  const [letter] = fresh.filter(({ subject, text }) => `${subject} ${text}`.includes(about));
  expectThat(
    letter !== undefined,
    `a new letter that names ${about}`,
    fresh.map(({ subject }) => subject),
  );
  return letter.subject;
};
