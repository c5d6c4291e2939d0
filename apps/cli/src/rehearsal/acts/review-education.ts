import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectThat } from '../unmet.ts';
import { firstTime, staffWith } from '../world.ts';
import type { Act } from './act.ts';

/** The first entry is not accepted, so that its hours have to be made up; all others are. */
export const reviewEducation: Act = async (world, action, standing) => {
  const { candidacyId, candidate, journal } = world;
  const reviewer = staffWith(world, 'reviewer');
  const waiting = standing.renewal?.entries.filter(({ state, counts }) => state === 'waiting' && counts) ?? [];
  for (const { entryId, title, hours } of waiting) {
    const verdict = firstTime(world, 'education refused') ? 'not-accepted' : 'accepted';
    await journal.step('reviewer', `${say(action.title)}: ${title}`, async (note) => {
      await expectQueued(world, reviewer, 'education');
      const reason = verdict === 'accepted' ? 'The certificate shows it.' : 'The certificate does not name the hours.';
      await reviewer.api.renewals.judgeEducation({ candidacyId, entryId, verdict, reason });
      world.done.add('judged education');
      const { standing: after } = await candidate.api.candidacies.getCandidacy({ candidacyId });
      const entry = after.renewal?.entries.find((one) => one.entryId === entryId);
      expectThat(entry?.state === verdict, `the entry to be ${verdict}`, entry);
      expectThat(entry.counts === (verdict === 'accepted'), 'it to count only if it is accepted', entry);
      note(`${hours} hours ${verdict === 'accepted' ? 'accepted' : 'not accepted'}.`);
    });
  }
  return waiting.length > 0;
};
