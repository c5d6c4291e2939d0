import type { Fact, Program } from '@testamur/program';
import { findReviewed } from './claims.ts';
import type { Asking } from './statement-requests.ts';

/** How a referee knows the candidate, in words. */
export const relationLabel = (asking: Asking, relation: string | undefined): string | undefined =>
  asking.kind === 'references' ? (asking.relations.find(({ id }) => id === relation)?.label ?? relation) : undefined;

/** The training that the claim names, in words. */
export const findTraining = (
  { program, facts }: { readonly program: Program; readonly facts: readonly Fact[] },
  requirement: string,
) => {
  const claim = findReviewed(facts, requirement)?.declared.data.claim;
  if (claim?.kind !== 'training') return undefined;
  const training = program.trainingPrograms?.find(({ id }) => id === claim.trainingProgram);
  const { title = claim.trainingProgram, provider = '' } = training ?? {};
  return { title, provider, completedOn: claim.completedOn };
};
