import type { Situation } from '../situation.ts';
import type { RenewalStanding } from '../types.ts';
import { isReviewed, type RenewalFinding } from './renewal.ts';

const closedStatuses: ReadonlySet<string> = new Set(['expired', 'revoked', 'surrendered']);

function stateOf(
  { renewal, credential, at }: Situation,
  { terms, submitted }: RenewalFinding,
): RenewalStanding['state'] {
  if (renewal === undefined || closedStatuses.has(credential?.status ?? '')) return 'closed';
  if (submitted !== undefined) return 'submitted';
  if (at < terms.renewalOpensAt) return 'not-open';
  return at <= terms.reinstatementUntil ? 'open' : 'closed';
}

/** What people need to know of the renewal that comes next. */
export function renewalStanding(situation: Situation, renewal: RenewalFinding): RenewalStanding {
  const { education, terms, route, submitted } = renewal;
  const { routes, audit } = situation.program.renewal;
  const isDrawn = audit !== undefined && submitted !== undefined;
  return {
    cycle: renewal.cycle,
    routes: routes.map(({ id, kind, title }) => ({ id, kind, title })),
    ...(route === undefined ? {} : { route: route.id }),
    hoursNeeded: renewal.hoursNeeded,
    hoursLogged: education.hoursLogged,
    hoursAccepted: education.hoursAccepted,
    hoursCarriedOver: education.hoursCarriedOver,
    hoursMissing: education.hoursMissing,
    categories: education.categories,
    ...(isDrawn ? { audited: isReviewed(situation.ledger, renewal) } : {}),
    opensAt: terms.renewalOpensAt,
    dueAt: terms.validUntil,
    graceUntil: terms.graceUntil,
    state: stateOf(situation, renewal),
    entries: education.entries,
  };
}
