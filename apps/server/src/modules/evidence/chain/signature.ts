import { verifyCredential } from '@testamur/credentials';
import { findIssuerKey, issuerKeys } from '../../issuers/index.ts';
import { auditedFacts } from '../rules/audited.ts';
import type { Step } from '../rules/show.ts';
import { code, hash, instant, number, stateOf, text } from '../rules/values.ts';
import type { Traced } from './load.ts';

/** Undefined where somebody has made it unreadable. */
const read = (document: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const parsed: unknown = JSON.parse(document);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
};

const createdOf = (document: string): string | undefined => {
  const [proof]: unknown[] = [read(document)?.proof].flat();
  const created = typeof proof === 'object' && proof !== null && 'created' in proof ? proof.created : undefined;
  return typeof created === 'string' && !Number.isNaN(Date.parse(created))
    ? new Date(created).toISOString()
    : undefined;
};

/** Whether the signature holds with the keys that the organization publishes; whether it is in force is another matter. */
const proofHolds = async ({ scope, trace }: Traced): Promise<boolean> => {
  const credential = read(trace.credential.document);
  if (credential === undefined) return false;
  const { checks } = await verifyCredential({ credential, at: scope.now, resolveKey: await issuerKeys(scope) });
  return ['contexts', 'proof', 'issuer'].every((id) =>
    checks.some((check) => check.id === id && check.result === 'passed'),
  );
};

export const signatureStep = async (traced: Traced): Promise<Step> => {
  const { scope, trace, cycle, entries } = traced;
  const { credential, document, issuance, preparedHolds } = trace;
  const key = await findIssuerKey(scope, document.keyId);
  const audited = auditedFacts([cycle.granted], entries);
  return {
    kind: 'signature',
    at: cycle.granted.at,
    details: [
      { field: 'signature.number', value: code(credential.number) },
      { field: 'signature.key', value: code(key?.fingerprint) },
      { field: 'signature.algorithm', value: text(key?.algorithm) },
      { field: 'signature.proofCreated', value: instant(createdOf(credential.document)) },
      { field: 'signature.sha256', value: hash(document.sha256) },
      { field: 'signature.version', value: number(document.version) },
      { field: 'signature.statusList', value: code(document.listId) },
      { field: 'signature.statusIndex', value: number(document.index) },
      { field: 'signature.prepared', value: instant(issuance?.preparedAt) },
      { field: 'signature.linted', value: instant(issuance?.lintedAt) },
      { field: 'signature.signed', value: instant(document.signedAt) },
      { field: 'signature.verified', value: instant(issuance?.verifiedAt) },
      { field: 'signature.published', value: instant(issuance?.publishedAt) },
    ],
    checks: [
      { of: 'document-hash', state: stateOf(document.hashHolds) },
      { of: 'document-proof', state: stateOf(await proofHolds(traced)) },
      { of: 'as-prepared', state: stateOf(preparedHolds) },
      ...audited.checks,
    ],
    facts: audited.facts,
  };
};

/** What became of it since: nothing, for most. */
export const lifeSteps = ({ cycle, entries }: Traced): readonly Step[] => {
  const last = cycle.since.at(-1);
  if (!last) return [];
  const audited = auditedFacts(cycle.since, entries);
  return [
    {
      kind: 'life',
      at: last.at,
      details: [{ field: 'life.changes', value: number(cycle.since.length) }],
      checks: audited.checks,
      facts: audited.facts,
    },
  ];
};
