import { findRequirement, type NextAction, type Requirement, type Standing, say } from '@testamur/program';
import { amountIn, type Claim, claimFor, takesFiles } from '../claims.ts';
import type { Note } from '../journal.ts';
import { pdfFile } from '../pdf.ts';
import { lineOf } from '../standings.ts';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

const upload = async ({ candidate, candidacyId }: World, title: string, note: Note): Promise<string> => {
  const file = pdfFile(title, [title, `Handed in by ${candidate.name} for a rehearsal.`]);
  const kept = await candidate.api.candidacies.uploadFile({ candidacyId, file });
  expectThat(
    kept.type === 'application/pdf' && kept.bytes === file.size,
    `a PDF of ${file.size} bytes to be kept`,
    kept,
  );
  const served = await candidate.api.candidacies.downloadFile({ fileId: kept.id });
  expectThat(served.size === file.size, `${file.size} bytes to come back`, `${served.size} bytes`);
  note(`Uploaded "${kept.name}".`);
  return kept.id;
};

const mostFiles = 5;

const uploadAll = async (world: World, requirement: Requirement, answers: number, note: Note) => {
  if (!takesFiles(requirement)) return [];
  const titles = requirement.evidence.map(({ title }) => title);
  const more = Array.from({ length: answers }, () => `More evidence for ${requirement.title}`);
  const fileIds: string[] = [];
  for (const title of [...(titles.length === 0 ? [requirement.title] : titles), ...more].slice(0, mostFiles)) {
    fileIds.push(await upload(world, title, note));
  }
  return fileIds;
};

/** What a draft of experience is counted as, at once: by the rule of the program, overlaps once. */
const expectCounted = (world: World, requirement: Requirement, claim: Claim, standing: Standing, note: Note): void => {
  if (requirement.kind !== 'experience') return;
  const line = present(lineOf(standing, requirement.id), `a line for "${requirement.title}"`);
  const detail = present(line.detail, 'the work that is counted');
  const amount = amountIn(requirement, claim);
  // Of what falls short of a narrower rule, that rule is told.
  if (line.state !== 'not-met') {
    expectThat(detail.values?.counted === amount, `${amount} to be counted, overlaps once`, detail);
  }
  const words = `${say(detail)}; ${say(line.why.reason)}`;
  world.findings.add({
    kind: 'counted-experience',
    requirement: requirement.id,
    detail: words,
    isEnough: line.state !== 'not-met',
  });
  note(`Counted: ${words}`);
};

const saveSection = async (world: World, requirement: Requirement, answers: number, note: Note): Promise<void> => {
  const { candidate, candidacyId, program, clock } = world;
  const fileIds = await uploadAll(world, requirement, answers, note);
  const isDraft = answers === 0;
  const state = async (isShort: boolean): Promise<{ claim: Claim; standing: Standing }> => {
    const choice = [...world.done].filter((what) => what === `denied ${requirement.id}`).length;
    const claimant = { name: candidate.name, now: clock.now(), fileIds, isShort, choice };
    const claim = present(claimFor(program, requirement, claimant), `a claim for "${requirement.title}"`);
    const { standing } = await candidate.api.candidacies.saveSection({
      candidacyId,
      requirement: requirement.id,
      claim,
    });
    return { claim, standing };
  };
  // The whole suffices and a narrower rule does not: that must not be enough.
  const isNested = requirement.kind === 'experience' && (requirement.ofWhich?.length ?? 0) > 0;
  if (isDraft && isNested) {
    const short = await state(true);
    expectCounted(world, requirement, short.claim, short.standing, note);
    const line = lineOf(short.standing, requirement.id);
    expectThat(line?.state === 'not-met', `"${requirement.title}" not to be met by the whole alone`, line);
    const tooShort = candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    note(`Submitting it is refused: ${await expectRefusal('candidacies.incomplete', tooShort)}`);
  }
  const { claim, standing } = await state(false);
  // After the submission a draft changes nothing until it is submitted, too.
  if (standing.status === 'draft') expectCounted(world, requirement, claim, standing, note);
};

const find = ({ program }: World, { subject = '' }: Pick<NextAction, 'subject'>): Requirement =>
  present(findRequirement(program, subject), `the requirement "${subject}" in the program`);

/** States what a requirement asks for. What was handed back is answered with more evidence, and submitted. */
export const completeRequirement: Act = async (world, action, standing) => {
  const { candidate, candidacyId, journal } = world;
  if (standing.status === 'draft') {
    const requirement = find(world, { subject: subjectOf(action) });
    await journal.step('candidate', say(action.title), (note) => saveSection(world, requirement, 0, note));
    return true;
  }
  for (const asked of standing.next.filter(({ kind }) => kind === 'complete-requirement')) {
    await journal.step('candidate', say(asked.title), (note) => saveSection(world, find(world, asked), 1, note));
  }
  await journal.step('candidate', 'Submit the answer', async () => {
    const { standing: after } = await candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    const asked = after.next.filter(({ kind }) => kind === 'complete-requirement').map(({ title }) => say(title));
    expectThat(asked.length === 0, 'nothing more to be stated by the candidate', asked.join('; '));
  });
  return true;
};
