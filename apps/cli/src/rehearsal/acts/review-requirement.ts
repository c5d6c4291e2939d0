import { findRequirement, type Requirement, say } from '@testamur/program';
import { counted } from '../../shell/render.ts';
import { takesFiles } from '../claims.ts';
import { expectQueued } from '../queue.ts';
import { lineOf } from '../standings.ts';
import { expectThat, present } from '../unmet.ts';
import { firstTime, reason, type StaffMember, staffWith, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

type Verdict = 'accepted' | 'more-needed' | 'not-accepted';

const reasons: Readonly<Record<Verdict, string>> = {
  accepted: reason,
  'more-needed': 'Please add one more piece of evidence: a page is not legible.',
  'not-accepted': 'What the program asks for is not shown, and no further evidence can show it.',
};

/** The first requirement with evidence is sent back once; what the plan refuses is refused; the rest is accepted. */
const verdictOn = (world: World, { kind, ...requirement }: Requirement): Verdict => {
  const { mishaps } = world.plan;
  if (kind === 'background-check' && mishaps.has('refused-background-check')) return 'not-accepted';
  const isNested = 'ofWhich' in requirement && requirement.ofWhich !== undefined;
  if (kind === 'experience' && isNested && mishaps.has('experience-not-shown')) return 'not-accepted';
  return takesFiles({ kind }) && firstTime(world, 'sent-back') ? 'more-needed' : 'accepted';
};

/** What is judged: a claim with its files, or statements of others, with the instant that names them. */
const readBasis = async ({ candidacyId }: World, { api }: StaffMember, { id, kind }: Requirement) => {
  const { claims, files, statements } = await api.candidacies.getCandidacy({ candidacyId });
  if (kind === 'references') {
    const given = statements.filter((one) => one.requirement === id && one.state === 'given' && one.setAside !== true);
    const unread = given.filter(({ answers = [] }) => answers.length === 0).map(({ name }) => name);
    expectThat(given.length > 0 && unread.length === 0, 'statements that a reviewer can read', unread);
    const claimDeclaredAt = present(
      given
        .map(({ givenAt = '' }) => givenAt)
        .sort()
        .at(-1),
      'a statement',
    );
    return {
      claimDeclaredAt,
      entryIds: given.map(({ requestId }) => requestId),
      words: `${counted(given.length, 'statement')} read.`,
    };
  }
  const { claim, declaredAt } = present(claims[id], `a submitted claim for "${id}"`);
  const named = 'entries' in claim ? claim.entries.flatMap(({ fileIds }) => fileIds) : [];
  for (const fileId of new Set(named)) {
    const file = await api.candidacies.downloadFile({ fileId });
    expectThat(file.size > 0 && files.some((one) => one.id === fileId), 'the evidence to be readable', fileId);
  }
  return { claimDeclaredAt: declaredAt, words: `${counted(new Set(named).size, 'file')} read.` };
};

const acts: Readonly<Record<Verdict, string>> = {
  accepted: 'accept',
  'more-needed': 'ask for more',
  'not-accepted': 'do not accept',
};

export const reviewRequirement: Act = async (world, action) => {
  const { candidacyId, journal, program } = world;
  const requirement = present(findRequirement(program, subjectOf(action)), `the requirement "${action.subject}"`);
  const reviewer = staffWith(world, 'reviewer');
  const verdict = verdictOn(world, requirement);
  await journal.step('reviewer', `${say(action.title)}: ${acts[verdict]}`, async (note) => {
    await expectQueued(world, reviewer, 'review', requirement.id);
    const { words, ...basis } = await readBasis(world, reviewer, requirement);
    note(words);
    const { standing } = await reviewer.api.candidacies.judgeRequirement({
      candidacyId,
      requirement: requirement.id,
      ...basis,
      verdict,
      reason: reasons[verdict],
    });
    world.done.add('judged');
    const state = lineOf(standing, requirement.id)?.state;
    const expected = { accepted: 'met', 'more-needed': 'in-progress', 'not-accepted': 'not-met' }[verdict];
    expectThat(state === expected, `the requirement to be ${expected}`, state);
  });
  return true;
};
