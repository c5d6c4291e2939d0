import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { RenewalFinding } from '../credential/renewal.ts';
import type { Situation } from '../situation.ts';
import type { AssessmentStanding, RequirementState, StandingLine } from '../types.ts';
import { assessLine } from './assess.ts';

const ended: ReadonlySet<string> = new Set(['expired', 'revoked', 'surrendered']);

function renewalState(renewal: RenewalFinding, status: string): RequirementState {
  if (ended.has(status)) return 'not-met';
  if (renewal.isHeld) return 'unknown';
  const isBegun = renewal.education.entries.length > 0 || renewal.exam?.history.begun !== undefined;
  return isBegun || renewal.submitted !== undefined ? 'in-progress' : 'not-started';
}

function ruleOf({ route, terms, hoursNeeded }: RenewalFinding, { program }: Situation): Text {
  const { renewalOpensAt: opensAt, validUntil } = terms;
  if (route === undefined) {
    const titles = program.renewal.routes.map(({ title }) => title).join(', ');
    return text('renewal.rule-routes', { titles, opensAt, validUntil });
  }
  return route.kind === 'education'
    ? text('renewal.rule', { needed: hoursNeeded, opensAt, validUntil })
    : text('renewal.rule-exam', { title: route.title, opensAt, validUntil });
}

function detailOf({ route, terms, hoursNeeded, education, exam }: RenewalFinding): Text {
  const { validUntil } = terms;
  if (route === undefined) return text('renewal.no-route', { validUntil });
  if (route.kind === 'education') {
    return text('renewal.hours', { logged: education.hoursLogged, needed: hoursNeeded, validUntil });
  }
  return exam?.history.phase === 'passed'
    ? text('renewal.exam-passed', { title: route.title })
    : text('renewal.exam-open', { title: route.title, validUntil });
}

/** Keeping the credential: one line for the route and the application of the cycle that runs. */
export function renewalLine(situation: Situation): readonly StandingLine[] {
  const { renewal, credential } = situation;
  if (renewal === undefined || credential === undefined) return [];
  const detail = detailOf(renewal);
  const result = renewal.exam?.history.result;
  const factIds = [renewal.submitted, result].filter((fact) => fact !== undefined).map(({ id }) => id);
  return [
    {
      id: 'renewal',
      kind: 'renewal',
      title: text('renewal.title'),
      state: renewalState(renewal, credential.status),
      detail,
      why: { rule: ruleOf(renewal, situation), reason: detail, factIds },
    },
  ];
}

/** Kinds of education whose minimum or cap matters, with what of them counts. */
export function categoryLines({ renewal }: Situation): readonly StandingLine[] {
  return (renewal?.education.categories ?? [])
    .filter(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined)
    .map(({ id, title, hours, counted, minimum, maximum }): StandingLine => {
      const isReached = counted >= (minimum ?? 0);
      const rule =
        minimum === undefined
          ? text('category.maximum', { maximum: maximum ?? 0 })
          : maximum === undefined
            ? text('category.minimum', { minimum })
            : text('category.between', { minimum, maximum });
      const reason = text('category.counted', { hours, counted });
      return {
        id: `category:${id}`,
        kind: 'renewal',
        title: text('given', { words: title }),
        state: isReached ? 'met' : hours === 0 ? 'not-started' : 'in-progress',
        detail: reason,
        why: { rule, reason, factIds: [] },
      };
    });
}

/** The exam of the route, where the renewal goes by one. */
export function recertificationLine(
  situation: Situation,
  standings: readonly AssessmentStanding[],
  isOver: boolean,
): readonly StandingLine[] {
  const exam = situation.renewal?.exam;
  const standing = standings.find(({ assessment }) => assessment === exam?.history.assessment.id);
  return exam === undefined || standing === undefined ? [] : [assessLine(exam, standing, situation, isOver)];
}
