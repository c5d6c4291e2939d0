import type { Claim, FactKind, FactOf } from '../../../facts.ts';
import { findPayerClass, findRegion, findRequirement } from '../../../lookup.ts';
import { text } from '../../../messages/compose.ts';
import type { Program, Requirement } from '../../../schema/program.ts';
import type { Text } from '../../../text.ts';

/** Requirements whose claims reviewers judge; of references they judge the statements. */
const reviewedKinds: ReadonlySet<Requirement['kind']> = new Set([
  'experience',
  'education',
  'references',
  'background-check',
  'course',
  'document',
  'work-samples',
  'age',
  'credential',
]);

function payerProblem(
  program: Program,
  { data }: FactOf<'membership-claimed'> | FactOf<'membership-judged'>,
): Text | undefined {
  return findPayerClass(program, data.payerClass) === undefined
    ? text('flag.unknown-payer-class', { id: data.payerClass })
    : undefined;
}

function trackProblem({ tracks = [] }: Program, { data }: FactOf<'candidacy-begun'>): Text | undefined {
  const chosen = data.track ?? {};
  for (const axis of tracks) {
    const option = chosen[axis.id];
    if (option === undefined || !axis.options.some(({ id }) => id === option)) {
      return text('flag.unknown-track', { id: `${axis.id}: ${option ?? ''}` });
    }
  }
  const foreign = Object.keys(chosen).find((id) => !tracks.some((axis) => axis.id === id));
  return foreign === undefined ? undefined : text('flag.unknown-track', { id: foreign });
}

/** What a claim names has to be there, and what is over has to lie before the day on which it is stated. */
function claimProblem(program: Program, claim: Claim, statedOn: string): Text | undefined {
  if (claim.kind === 'training') {
    const { trainingProgram: id, completedOn } = claim;
    if (!program.trainingPrograms?.some((training) => training.id === id)) return text('flag.unknown-training', { id });
    return completedOn > statedOn ? text('flag.impossible-dates') : undefined;
  }
  if (claim.kind === 'credential') {
    const { credential: id } = claim;
    return program.credentials?.some((known) => known.id === id) ? undefined : text('flag.unknown-credential', { id });
  }
  return undefined;
}

function statementProblem(
  program: Program,
  { data }: { readonly data: { readonly requirement: string } },
): Text | undefined {
  const requirement = findRequirement(program, data.requirement);
  if (requirement === undefined) return text('flag.unknown-requirement', { id: data.requirement });
  if (requirement.kind === 'references' || requirement.kind === 'training') return undefined;
  return text('flag.other-kind', { title: requirement.title });
}

function relationProblem(program: Program, { data }: FactOf<'statement-requested'>): Text | undefined {
  const requirement = findRequirement(program, data.requirement);
  if (requirement?.kind !== 'references') return undefined;
  const { relation = '' } = data;
  return requirement.relations.some(({ id }) => id === relation)
    ? undefined
    : text('flag.unknown-relation', { id: relation });
}

/** Why a fact about the application cannot have happened in this program. */
export const requirementSense = {
  'candidacy-begun': trackProblem,
  'region-declared': (program: Program, { data }: FactOf<'region-declared'>): Text | undefined =>
    findRegion(program, data.region) === undefined ? text('flag.unknown-region', { id: data.region }) : undefined,
  'requirement-declared': (program: Program, { at, data }: FactOf<'requirement-declared'>): Text | undefined => {
    const requirement = findRequirement(program, data.requirement);
    if (requirement === undefined) return text('flag.unknown-requirement', { id: data.requirement });
    if (data.claim.kind !== requirement.kind) return text('flag.other-kind', { title: requirement.title });
    return claimProblem(program, data.claim, at.slice(0, 10));
  },
  'requirement-judged': (program: Program, { data }: FactOf<'requirement-judged'>): Text | undefined => {
    const requirement = findRequirement(program, data.requirement);
    if (requirement === undefined) return text('flag.unknown-requirement', { id: data.requirement });
    if (requirement.kind === 'attestation') return text('flag.judged-attestation');
    return reviewedKinds.has(requirement.kind) ? undefined : text('flag.not-reviewed', { title: requirement.title });
  },
  'statement-requested': (program: Program, fact: FactOf<'statement-requested'>): Text | undefined =>
    statementProblem(program, fact) ??
    (fact.data.until <= fact.at ? text('flag.impossible-dates') : relationProblem(program, fact)),
  'statement-given': statementProblem,
  'statement-declined': statementProblem,
  'statement-withdrawn': statementProblem,
  'membership-claimed': payerProblem,
  'membership-judged': payerProblem,
} as const satisfies { [K in FactKind]?: (program: Program, fact: FactOf<K>) => Text | undefined };
