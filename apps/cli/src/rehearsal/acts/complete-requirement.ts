import { findRequirement, type NextAction, type Requirement, type Standing, say } from '@testamur/program';
import { claimFor, yearsIn } from '../claims.ts';
import type { Note } from '../journal.ts';
import { pdfFile } from '../pdf.ts';
import { expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

const lineOf = ({ steps }: Standing, requirement: string) =>
  steps.flatMap(({ lines }) => lines).find((line) => line.kind === 'requirement' && line.id === requirement);

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

const saveSection = async (world: World, requirement: Requirement, answers: number, note: Note): Promise<void> => {
  const { candidate, candidacyId, program, clock } = world;
  const titles = requirement.evidence.map(({ title }) => title);
  const more = Array.from({ length: answers }, () => `More evidence for ${requirement.title}`);
  const fileIds: string[] = [];
  if (requirement.kind !== 'attestation') {
    for (const title of [...(titles.length === 0 ? [requirement.title] : titles), ...more].slice(0, 5)) {
      fileIds.push(await upload(world, title, note));
    }
  }
  const claim = claimFor(program, requirement, { name: candidate.name, now: clock.now(), fileIds });
  const { standing } = await candidate.api.candidacies.saveSection({
    candidacyId,
    requirement: requirement.id,
    claim,
  });
  // After the submission a draft changes nothing until it is submitted, too.
  if (claim.kind !== 'experience' || standing.status !== 'draft') return;
  const detail = present(lineOf(standing, requirement.id)?.detail, 'the years that are counted');
  const years = yearsIn(claim);
  expectThat(detail.values?.counted === years, `${years} years to be counted, overlaps once`, detail);
  note(`Counted: ${say(detail)}.`);
};

/** States what a requirement asks for. What was handed back is answered with more evidence, and submitted. */
export const completeRequirement: Act = async (world, action, standing) => {
  const { program, candidate, candidacyId, journal } = world;
  const find = ({ subject = '' }: NextAction) =>
    present(findRequirement(program, subject), `the requirement "${subject}" in the program`);
  if (standing.status === 'draft') {
    const requirement = find({ ...action, subject: subjectOf(action) });
    await journal.step('candidate', say(action.title), (note) => saveSection(world, requirement, 0, note));
    return true;
  }
  for (const asked of standing.next.filter(({ kind }) => kind === 'complete-requirement')) {
    await journal.step('candidate', say(asked.title), (note) => saveSection(world, find(asked), 1, note));
  }
  await journal.step('candidate', 'Submit the answer', async () => {
    const { standing: after } = await candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    const asked = after.next.filter(({ actor }) => actor === 'candidate').map(({ title }) => say(title));
    expectThat(asked.length === 0, 'nothing more to be asked of the candidate', asked.join('; '));
  });
  return true;
};
