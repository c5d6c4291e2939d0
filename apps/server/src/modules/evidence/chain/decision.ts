import { type Fact, findAssessment } from '@testamur/program';
import { wasAskedForStatement } from '../../candidacies/index.ts';
import { decisionConflict } from '../../credentialing/index.ts';
import { listPeople } from '../../identity/index.ts';
import { listExaminersOf } from '../../scoring/index.ts';
import { auditedFacts } from '../rules/audited.ts';
import { ofKind } from '../rules/cycle.ts';
import type { Step } from '../rules/show.ts';
import { list, people, stateOf, text, yes } from '../rules/values.ts';
import type { Traced } from './load.ts';

/**
 * Whether those who decided had neither judged, trained nor examined the candidate, by the rule that is put to whoever
 * decides. A rule of the program judges nobody twice.
 */
const isIndependent = async ({ scope, trace }: Traced, decision: Fact): Promise<boolean> => {
  const personId = decision.by.id;
  if (personId === undefined) return decision.by.kind === 'system';
  const { candidacy } = trace;
  const conflict = decisionConflict({
    personId,
    candidateId: candidacy.personId,
    facts: candidacy.facts.slice(
      0,
      candidacy.facts.findIndex(({ id }) => id === decision.id),
    ),
    examinerIds: await listExaminersOf(scope, candidacy.id),
  });
  if (conflict !== undefined) return false;
  const email = (await listPeople(scope.trx, [personId])).get(personId)?.email;
  return email === undefined || !(await wasAskedForStatement(scope, candidacy.id, email));
};

export const decisionSteps = async (traced: Traced): Promise<readonly Step[]> => {
  const { cycle, entries, assessed } = traced;
  const decision = ofKind(cycle.facts, 'decision-recorded').at(-1);
  if (!decision) return [];
  const audited = auditedFacts([decision], entries);
  const results = ofKind(cycle.facts, 'result-released');
  const after = results.every((result) => cycle.facts.indexOf(result) < cycle.facts.indexOf(decision));
  return [
    {
      kind: 'decision',
      at: decision.at,
      details: [
        { field: 'decision.by', value: people([decision.by]) },
        { field: 'decision.byRule', value: yes(decision.by.kind === 'system') },
        { field: 'decision.reason', value: text(decision.data.reason) },
        {
          field: 'decision.basis',
          value: list(
            assessed
              .map(({ fact, program }) => findAssessment(program, fact.data.assessment)?.title ?? fact.data.assessment)
              .toReversed(),
          ),
        },
      ],
      checks: [
        { of: 'independent', state: stateOf(await isIndependent(traced, decision)) },
        { of: 'after-results', state: stateOf(after) },
        ...audited.checks,
      ],
      facts: audited.facts,
    },
  ];
};
