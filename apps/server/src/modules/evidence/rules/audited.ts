import type { Fact, FactKind } from '@testamur/program';
import type { AuditTrace } from '../../audit/index.ts';
import type { CheckState, EvidenceCheck, FactRef } from './values.ts';

/** Where two people acted at once, the facts of the later act are moved behind those of the earlier one. */
const toleranceMs = 1000;

/** The modules whose acts record a kind of fact; `candidacies` records the others. */
const recorders: Readonly<Partial<Record<FactKind, readonly string[]>>> = {
  'test-authorized': ['scheduling'],
  'attempt-begun': ['delivery'],
  'attempt-sealed': ['delivery'],
  'portfolio-submitted': ['delivery'],
  'module-completed': ['delivery'],
  'session-held': ['scoring'],
  'result-released': ['scoring', 'delivery'],
  'decision-recorded': ['credentialing', 'renewals'],
  'credential-granted': ['credentialing'],
  'credential-suspended': ['credentialing'],
  'credential-reinstated': ['credentialing'],
  'credential-revoked': ['credentialing'],
  'credential-surrendered': ['credentialing'],
  'education-logged': ['renewals'],
  'education-judged': ['renewals'],
  'renewal-route-chosen': ['renewals'],
  'renewal-submitted': ['renewals'],
};

const distance = (fact: Fact, entry: AuditTrace): number => Math.abs(entry.at.getTime() - Date.parse(fact.at));

const records = (fact: Fact, entry: AuditTrace): boolean => {
  const [module = ''] = entry.action.split('.');
  if (!(recorders[fact.kind] ?? ['candidacies']).includes(module)) return false;
  if (distance(fact, entry) === 0) return true;
  return fact.by.id !== undefined && entry.actorId === fact.by.id && distance(fact, entry) <= toleranceMs;
};

/** The act that recorded a fact, among the entries about the same candidacy: of its module, at its time. */
export const entryOf = (fact: Fact, entries: readonly AuditTrace[]): AuditTrace | undefined =>
  entries
    .filter((entry) => records(fact, entry))
    .toSorted((a, b) => distance(fact, a) - distance(fact, b))
    .at(0);

/** Facts with their places in the audit, and whether these places hold. */
export const auditedFacts = (
  facts: readonly Fact[],
  entries: readonly AuditTrace[],
): { readonly facts: readonly FactRef[]; readonly checks: readonly EvidenceCheck[] } => {
  if (facts.length === 0) return { facts: [], checks: [] };
  const found = facts.map((fact) => ({ fact, entry: entryOf(fact, entries) }));
  const state: CheckState = found.some(({ entry }) => entry?.holds === false)
    ? 'broken'
    : found.every(({ entry }) => entry !== undefined)
      ? 'ok'
      : 'not-recorded';
  return {
    facts: found.map(({ fact: { id, kind, at }, entry }) => ({
      id,
      kind,
      at,
      ...(entry === undefined ? {} : { entry: { seq: entry.seq, hash: entry.hash, action: entry.action } }),
    })),
    checks: [{ of: 'audited', state }],
  };
};
