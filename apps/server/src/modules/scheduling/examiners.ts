import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { listMembersWithRole } from '../identity/index.ts';
import { keyOf, listAssigned } from './panel.ts';
import { findRated, panelSize } from './rules/assessments.ts';
import { reasonAgainst } from './rules/examiners.ts';

/** Every examiner of the organization, with how much they have to rate and why they may not rate this. */
export const listExaminers = async (scope: Scope, candidacyId: string, assessmentId: string) => {
  const candidacy = await loadCandidacy(scope, candidacyId);
  const assigned = await listAssigned(scope, keyOf(candidacy, assessmentId));
  const people = await listMembersWithRole(scope, 'examiner');
  const open = await countOpenRatings(scope);
  const { personId: candidateId, facts, program } = candidacy;
  const assessment = findRated(program, assessmentId);
  const size = assessment ? panelSize(assessment) : 0;
  const assignedIds = assigned.map(({ examinerId }) => examinerId);
  return {
    examiners: people.map(({ personId, name }) => {
      const conflict = reasonAgainst({ personId, candidateId, facts, assignedIds });
      const openRatings = open.get(personId) ?? 0;
      const own = assigned.find(({ examinerId }) => examinerId === personId);
      const state = own && (own.hasSubmitted ? ('submitted' as const) : ('asked' as const));
      return {
        ...{ personId, name, openRatings },
        ...(conflict === undefined ? {} : { conflict }),
        ...(state === undefined ? {} : { state }),
      };
    }),
    panel: { examiners: size, assigned: assigned.length, missing: Math.max(0, size - assigned.length) },
  };
};

/** Read off the ratings themselves: a number beside a name, on which nothing rests. */
const countOpenRatings = async ({ trx, organization }: Scope): Promise<ReadonlyMap<string, number>> => {
  const rows = await trx
    .selectFrom('rating')
    .innerJoin('examiner_assignment as assignment', (join) =>
      join
        .onRef('assignment.organization_id', '=', 'rating.organization_id')
        .onRef('assignment.candidacy_id', '=', 'rating.candidacy_id')
        .onRef('assignment.assessment_id', '=', 'rating.assessment_id')
        .onRef('assignment.attempt', '=', 'rating.attempt')
        .onRef('assignment.examiner_id', '=', 'rating.examiner_id'),
    )
    .select((select) => ['rating.examiner_id', select.fn.countAll<number>().as('open')])
    .where('rating.organization_id', '=', organization.id)
    .where('rating.submitted_at', 'is', null)
    .where('assignment.withdrawn_at', 'is', null)
    .groupBy('rating.examiner_id')
    .execute();
  return new Map(rows.map(({ examiner_id, open }) => [examiner_id, Number(open)]));
};
