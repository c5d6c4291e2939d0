import type { Program } from '@testamur/program';
import type { Api } from '../../api.ts';

/** One candidacy as its candidate sees it. */
export type Candidacy = Awaited<ReturnType<Api['candidacies']['getCandidacy']>>;
export type Claim = Candidacy['claims'][string]['claim'];
export type EvidenceFile = Candidacy['files'][number];

export const candidacyPath = (candidacyId: string, rest = ''): string => `/me/candidacies/${candidacyId}${rest}`;

/** A candidacy and the edition of the program that is in force for it. */
export const loadCandidacy = async (
  api: Api,
  candidacyId: string,
): Promise<{ candidacy: Candidacy; program: Program }> => {
  const candidacy = await api.candidacies.getCandidacy({ candidacyId });
  const { organization, programId, edition } = candidacy;
  const { program } = await api.programs.getProgram({ organization, programId, edition });
  return { candidacy, program };
};
