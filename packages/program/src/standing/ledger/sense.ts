import type { Fact } from '../../facts.ts';
import { findAssessment, findFee, findPayerClass, findRequirement } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Assessment, Program } from '../../schema/program.ts';
import type { Text } from '../../text.ts';

function unknown(what: 'requirement' | 'assessment' | 'fee' | 'payer-class', id: string): Text {
  return text(`flag.unknown-${what}`, { id });
}

function assessmentProblem(program: Program, id: string, kind?: Assessment['kind']): Text | undefined {
  const assessment = findAssessment(program, id);
  if (assessment === undefined) return unknown('assessment', id);
  return kind === undefined || assessment.kind === kind
    ? undefined
    : text('flag.other-kind', { title: assessment.title });
}

/** Why a well-formed fact cannot have happened in this program, taken by itself. */
export function findNonsense(program: Program, fact: Fact): Text | undefined {
  switch (fact.kind) {
    case 'requirement-declared':
    case 'requirement-judged': {
      const requirement = findRequirement(program, fact.data.requirement);
      if (requirement === undefined) return unknown('requirement', fact.data.requirement);
      const kind = fact.kind === 'requirement-declared' ? fact.data.claim.kind : requirement.kind;
      if (fact.kind === 'requirement-judged' && kind === 'attestation') return text('flag.judged-attestation');
      return kind === requirement.kind ? undefined : text('flag.other-kind', { title: requirement.title });
    }
    case 'membership-claimed':
    case 'membership-judged':
      return findPayerClass(program, fact.data.payerClass) === undefined
        ? unknown('payer-class', fact.data.payerClass)
        : undefined;
    case 'fee-invoiced':
      if (findFee(program, fact.data.fee) === undefined) return unknown('fee', fact.data.fee);
      return fact.data.dueAt < fact.at ? text('flag.impossible-dates') : undefined;
    case 'test-authorized':
      if (fact.data.until <= fact.data.from) return text('flag.impossible-dates');
      return assessmentProblem(program, fact.data.assessment);
    case 'attempt-begun':
    case 'attempt-sealed':
      return assessmentProblem(program, fact.data.assessment, 'exam');
    case 'portfolio-submitted': {
      const assessment = findAssessment(program, fact.data.assessment);
      if (assessment?.kind !== 'portfolio') return assessmentProblem(program, fact.data.assessment, 'portfolio');
      const { minimum, maximum } = assessment.pieces;
      const { pieces } = fact.data;
      return pieces < minimum || pieces > maximum ? text('flag.pieces', { pieces, minimum, maximum }) : undefined;
    }
    case 'result-released':
      if (fact.data.score > fact.data.maxScore) return text('flag.impossible-score');
      return assessmentProblem(program, fact.data.assessment);
    case 'credential-granted':
      return fact.data.validUntil <= fact.data.validFrom ? text('flag.impossible-dates') : undefined;
    case 'education-logged':
      return fact.data.completedOn > fact.at.slice(0, 10) ? text('flag.impossible-dates') : undefined;
    default:
      return undefined;
  }
}
