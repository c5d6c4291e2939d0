import type { Api } from '../../api.ts';

interface Where {
  readonly candidacyId: string;
  readonly assessmentId: string;
}

/** A portfolio with what its program asks of it. */
export const loadPortfolio = async (api: Api, { candidacyId, assessmentId }: Where) => {
  const [candidacy, portfolio] = await Promise.all([
    api.candidacies.getCandidacy({ candidacyId }),
    api.delivery.getPortfolio({ candidacyId, assessmentId }),
  ]);
  const { organization, programId, edition } = candidacy;
  const { program } = await api.programs.getProgram({ organization, programId, edition });
  const assessment = program.assessments.find(({ id }) => id === assessmentId);
  // The API has found it in the same edition.
  if (assessment?.kind !== 'portfolio') throw new Error(`The program ${programId} has no portfolio ${assessmentId}.`);
  const standing = candidacy.standing.assessments.find((found) => found.assessment === assessmentId);
  const { pieces, title, description, rubric } = assessment;
  return {
    candidacyId,
    path: `/me/candidacies/${candidacyId}/portfolio/${assessmentId}`,
    title,
    description,
    minimum: pieces.minimum,
    maximum: pieces.maximum,
    criteria: rubric.criteria.map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      description: criterion.description,
    })),
    until: standing?.window?.until,
    ...portfolio,
  };
};

export type PortfolioData = Awaited<ReturnType<typeof loadPortfolio>>;
export type Piece = PortfolioData['pieces'][number];
export type Criterion = PortfolioData['criteria'][number];
