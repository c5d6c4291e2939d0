import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { loadCandidacy, recordFacts } from '../candidacies/index.ts';

/** Chooses how the cycle is renewed. Choosing the same again records nothing. */
export const chooseRenewalRoute = async (
  scope: Scope,
  personId: string,
  candidacyId: string,
  route: string,
): Promise<{ cycle: number }> => {
  const { standing } = await loadCandidacy(scope, candidacyId, { lock: true });
  const { renewal } = standing;
  if (!renewal || renewal.state === 'closed') {
    throw new Problem('rule-broken', 'renewals.no-cycle', 'There is no certification here that could be renewed.');
  }
  if (!renewal.routes.some(({ id }) => id === route)) {
    const ways = renewal.routes.map(({ id, title }) => `${id} (${title})`).join(', ');
    const message = `Choose one of these: ${ways}.`;
    throw new Problem('invalid', 'renewals.no-such-route', message, [{ path: 'route', message }]);
  }
  const { cycle } = renewal;
  if (renewal.state === 'submitted') {
    const message = 'This renewal is submitted; how it is done can no longer be changed. We write when it is decided.';
    throw new Problem('conflict', 'renewals.already-submitted', message);
  }
  if (renewal.route !== route) {
    const by = { kind: 'candidate', id: personId } as const;
    await recordFacts(scope, candidacyId, [{ kind: 'renewal-route-chosen', data: { cycle, route }, by }]);
  }
  return { cycle };
};
