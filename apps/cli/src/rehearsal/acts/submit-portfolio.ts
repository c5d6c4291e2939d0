import { findAssessment, type Portfolio, say } from '@testamur/program';
import { pdfFile } from '../pdf.ts';
import { moveClock } from '../settle.ts';
import { expectThat } from '../unmet.ts';
import type { World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

const reflection =
  'I did this work myself as part of my daily tasks and checked it against our procedure. What went well was the order of the steps; next time I would ask earlier, because the procedure leaves room for judgment.';

/** Two pieces where the program allows it, which together show every criterion. */
export const planPieces = ({
  pieces,
  rubric,
}: Pick<Portfolio, 'pieces' | 'rubric'>): readonly (readonly string[])[] => {
  const count = Math.max(pieces.minimum, Math.min(2, pieces.maximum));
  const criteria = rubric.criteria.map(({ id }) => id);
  return Array.from({ length: count }, (_, piece) => {
    const own = criteria.filter((_criterion, index) => index % count === piece);
    return own.length > 0 ? own : criteria;
  });
};

const addPieces = async (world: World, portfolio: Portfolio): Promise<void> => {
  const { candidate, candidacyId, journal } = world;
  const asked = { candidacyId, assessmentId: portfolio.id };
  const { pieces: present } = await candidate.api.delivery.getPortfolio(asked);
  for (const [index, criteria] of planPieces(portfolio).entries()) {
    if (index < present.length) continue;
    const title = `Piece ${index + 1}`;
    await journal.step('candidate', `Add to the ${portfolio.title.toLowerCase()}: ${title}`, async (note) => {
      const file = pdfFile(title, [title, 'Work samples, made up for a rehearsal.']);
      const { id: fileId } = await candidate.api.candidacies.uploadFile({ candidacyId, file });
      await candidate.api.delivery.addPiece({ ...asked, fileId, title, reflection, criteria: [...criteria] });
      note(`Shows ${criteria.join(', ')}.`);
    });
  }
};

export const submitPortfolio: Act = async (world, action, standing) => {
  const { program, candidate, candidacyId, journal } = world;
  const portfolio = findAssessment(program, subjectOf(action));
  if (portfolio?.kind !== 'portfolio') return false;
  const from = standing.assessments.find(({ assessment }) => assessment === portfolio.id)?.window?.from;
  if (from !== undefined && from > standing.at) {
    await moveClock(world, from, say(action.title));
    return true;
  }
  await addPieces(world, portfolio);
  await journal.step('candidate', say(action.title), async () => {
    const asked = { candidacyId, assessmentId: portfolio.id };
    const before = await candidate.api.delivery.getPortfolio(asked);
    expectThat(before.editable, 'the portfolio to be open', before.reason);
    expectThat(before.uncoveredCriteria.length === 0, 'every criterion to be shown', before.uncoveredCriteria);
    await candidate.api.delivery.submitPortfolio(asked);
    const after = await candidate.api.delivery.getPortfolio(asked);
    expectThat(!after.editable, 'the portfolio to be closed once it is submitted', 'it can still be changed');
  });
  return true;
};
