import type { Program, Standing } from '@testamur/program';
import { formatDay, type ProblemCode, type ProblemKind } from '../../../kernel/index.ts';

export interface Obstacle {
  readonly kind: ProblemKind;
  readonly code: ProblemCode;
  readonly message: string;
}

const broken = (code: ProblemCode, message: string): Obstacle => ({ kind: 'rule-broken', code, message });

/** What the way to renew still asks for; undefined where it asks for nothing more. */
const missing = (program: Program, standing: Standing): Obstacle | undefined => {
  const { renewal } = standing;
  if (!renewal) return undefined;
  const route = program.renewal.routes.find(({ id }) => id === renewal.route);
  if (route === undefined) {
    const ways = renewal.routes.map(({ title }) => `"${title}"`).join(' or ');
    return broken('renewals.no-route', `Choose first how you renew: ${ways}.`);
  }
  if (route.kind === 'assessment') {
    const title = program.assessments.find(({ id }) => id === route.assessment)?.title ?? route.title;
    return broken('renewals.exam-not-passed', `"${title}" has to be passed first.`);
  }
  if (renewal.hoursMissing === 0) return undefined;
  const unit = route.unit ?? 'hours';
  const short = renewal.categories.find(({ counted, minimum = 0 }) => counted < minimum);
  const isByCategory = renewal.hoursLogged >= renewal.hoursNeeded && short !== undefined;
  const message = isByCategory
    ? `Of "${short.title}", ${short.counted} of ${short.minimum} ${unit} are logged; ${renewal.hoursMissing} more are needed.`
    : `${renewal.hoursLogged} of ${renewal.hoursNeeded} ${unit} are logged; ${renewal.hoursMissing} more are needed.`;
  return broken('renewals.short-of-hours', message);
};

/** What keeps a renewal from being submitted now. */
export const submissionObstacle = (program: Program, standing: Standing): Obstacle | undefined => {
  const { renewal, credential } = standing;
  if (!renewal || !credential) return broken('renewals.not-open', 'There is no certification here to renew.');
  if (renewal.state === 'closed') {
    const message = `${credential.number} can no longer be renewed: it is ${credential.status}.`;
    return broken('renewals.not-open', message);
  }
  if (renewal.state === 'submitted') {
    const message = 'This renewal is submitted. We write when it is decided.';
    return { kind: 'conflict', code: 'renewals.already-submitted', message };
  }
  if (credential.status === 'suspended') {
    return broken('renewals.not-open', `${credential.number} is suspended. It can be renewed once that has ended.`);
  }
  if (renewal.state === 'not-open') {
    return broken('renewals.not-open', `The renewal opens on ${formatDay(renewal.opensAt)} (UTC).`);
  }
  return standing.next.some(({ kind }) => kind === 'submit-renewal') ? undefined : missing(program, standing);
};
