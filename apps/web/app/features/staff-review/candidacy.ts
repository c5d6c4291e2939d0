import type { Program } from '@testamur/program';
import type { Api } from '../../api.ts';

/** One candidacy as staff sees it. */
export type Candidacy = Awaited<ReturnType<Api['candidacies']['getCandidacy']>>;
export type Claim = Candidacy['claims'][string]['claim'];
export type ExperienceEntry = Extract<Claim, { kind: 'experience' }>['entries'][number];
export type EducationEntry = Extract<Claim, { kind: 'education' }>['entries'][number];
export type Statement = Candidacy['statements'][number];
export type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;
export type EvidenceFile = Candidacy['files'][number];
export type HistoryFact = Candidacy['history'][number];

/** A candidacy, the edition that is in force for it, and the time in its organization. */
export const loadCandidacy = async (
  api: Api,
  candidacyId: string,
): Promise<{ candidacy: Candidacy; program: Program; now: string }> => {
  const candidacy = await api.candidacies.getCandidacy({ candidacyId });
  const { organization, programId, edition } = candidacy;
  const [{ program }, { now }] = await Promise.all([
    api.programs.getProgram({ organization, programId, edition }),
    api.identity.getOrganization({ organization }),
  ]);
  return { candidacy, program, now };
};
