import { findBundle, findFee, findRegion, type Program, type Standing } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { bundleHeldBy, isBundleThere, regionHeldBy } from '../rules/circumstances.ts';
import { loadCandidacy } from '../store.ts';
import { notEditable, refuseOver } from './refusals.ts';

const refuseRegion = (program: Program, region: string): void => {
  if (findRegion(program, region)) return;
  const known = (program.regions ?? []).map(({ id, title }) => `${id} (${title})`).join(', ');
  const message =
    known === ''
      ? 'Rules and prices of this program are the same everywhere.'
      : `Choose one of these regions: ${known}.`;
  throw new Problem('invalid', 'candidacies.no-such-region', message, [{ path: 'region', message }]);
};

/** Counts at once: what is asked for and what it costs depend on it. */
export const declareRegion = async (scope: Scope, candidacyId: string, region: string): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { program, standing, facts, personId } = candidacy;
  refuseRegion(program, region);
  if (standing.region === region) return standing;
  const heldBy = regionHeldBy(program, standing, facts);
  if (heldBy !== undefined) throw notEditable(heldBy);
  const by = { kind: 'candidate', id: personId } as const;
  return (await recordFactsOn(scope, candidacy, [{ kind: 'region-declared', data: { region }, by }])).standing;
};

const noSuchBundle = (message: string) =>
  new Problem('invalid', 'candidacies.no-such-bundle', message, [{ path: 'bundle', message }]);

export const chooseBundle = async (scope: Scope, candidacyId: string, bundleId: string): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { program, standing, facts, personId } = candidacy;
  const bundle = findBundle(program, bundleId);
  if (!bundle) {
    const known = (program.bundles ?? []).map(({ id, title }) => `${id} (${title})`).join(', ');
    throw noSuchBundle(
      known === '' ? 'In this program each attempt is paid by itself.' : `Choose one of these bundles: ${known}.`,
    );
  }
  if (!isBundleThere(program, standing, bundle)) {
    const titles = bundle.fees.map((id) => findFee(program, id)?.title ?? id).join(', ');
    throw noSuchBundle(`"${bundle.title}" holds fees that are not all asked of you: ${titles}.`);
  }
  if (facts.findLast((fact) => fact.kind === 'bundle-chosen')?.data.bundle === bundleId) return standing;
  const heldBy = bundleHeldBy(program, facts, bundleId);
  if (heldBy !== undefined) throw notEditable(heldBy);
  const by = { kind: 'candidate', id: personId } as const;
  return (await recordFactsOn(scope, candidacy, [{ kind: 'bundle-chosen', data: { bundle: bundleId }, by }])).standing;
};
