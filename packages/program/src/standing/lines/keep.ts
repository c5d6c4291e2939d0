import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { CategoryHours } from '../credential/categories.ts';
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

/** What one hour of the way that is taken is called. */
function unitOf({ route }: RenewalFinding): 'hours' | 'credits' {
  return (route?.kind === 'education' ? route.unit : undefined) ?? 'hours';
}

function ruleOf(renewal: RenewalFinding, { program }: Situation): Text {
  const { route, terms, hoursNeeded } = renewal;
  const { renewalOpensAt: opensAt, validUntil } = terms;
  if (route === undefined) {
    const titles = program.renewal.routes.map(({ title }) => title).join(', ');
    return text('renewal.rule-routes', { titles, opensAt, validUntil });
  }
  return route.kind === 'education'
    ? text('renewal.rule', { needed: hoursNeeded, unit: unitOf(renewal), opensAt, validUntil })
    : text('renewal.rule-exam', { title: route.title, opensAt, validUntil });
}

function detailOf(renewal: RenewalFinding): Text {
  const { route, terms, hoursNeeded, education, exam } = renewal;
  const { validUntil } = terms;
  if (route === undefined) return text('renewal.no-route', { validUntil });
  if (route.kind === 'education') {
    return text('renewal.hours', {
      logged: education.hoursLogged,
      needed: hoursNeeded,
      unit: unitOf(renewal),
      validUntil,
    });
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

type Unit = ReturnType<typeof unitOf>;

function categoryRule({ minimum, maximum }: CategoryHours, unit: Unit): Text {
  if (minimum === undefined) return text('category.maximum', { maximum: maximum ?? 0, unit });
  return maximum === undefined
    ? text('category.minimum', { minimum, unit })
    : text('category.between', { minimum, maximum, unit });
}

function categoryDetail({ hours, counted, minimum }: CategoryHours, unit: Unit): Text {
  if (minimum !== undefined && counted < minimum) return text('category.needed', { counted, minimum, unit });
  return counted < hours
    ? text('category.capped', { counted, hours, unit })
    : text('category.counted', { counted, unit });
}

/** Kinds of education with a minimum, and those with a cap once something is logged that it may cut. */
export function categoryLines({ renewal }: Situation): readonly StandingLine[] {
  if (renewal === undefined) return [];
  const unit = unitOf(renewal);
  return renewal.education.categories
    .filter(({ minimum, maximum, hours }) => minimum !== undefined || (maximum !== undefined && hours > 0))
    .map((category): StandingLine => {
      const { id, title, hours, counted, minimum } = category;
      const isReached = counted >= (minimum ?? 0);
      const reason = categoryDetail(category, unit);
      return {
        id: `category:${id}`,
        kind: 'renewal',
        title: text('given', { words: title }),
        state: isReached ? 'met' : hours === 0 ? 'not-started' : 'in-progress',
        detail: reason,
        why: { rule: categoryRule(category, unit), reason, factIds: [] },
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
