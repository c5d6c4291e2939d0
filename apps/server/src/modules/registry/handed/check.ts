import type { ResolveKey, VerificationReport } from '@testamur/credentials';
import type { Trx } from '../../../platform/db/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import {
  documentVersionOf,
  isInForce,
  type LoadedCredential,
  loadCredential,
  readStatusListAt,
} from '../../credentialing/index.ts';
import { isIssuerOf, issuerKeys } from '../../issuers/index.ts';
import { lookOutside } from '../outside.ts';
import { enterIssuer, enterOrganizationOf, knownOf, shown, type Verifier } from '../records.ts';
import {
  allPassed,
  type Check,
  checksOfFormerCopy,
  checksOfImpostor,
  checksOfKnown,
  checksOfStranger,
  checksOfUnrecorded,
  isOfWithdrawnKey,
} from '../rules/checks.ts';
import { verdictOf } from '../rules/verdict.ts';
import { type Readable, readSecured, type Secured } from './secured.ts';

const mostLists = 4;

/** The status lists of this installation that a document names, as it would serve them. */
export const readOwnLists = async (
  scope: Scope,
  config: Verifier['config'],
  { issuerId = '', listUrls }: Pick<Readable, 'issuerId' | 'listUrls'>,
): Promise<ReadonlyMap<string, unknown>> => {
  const lists = new Map<string, unknown>();
  for (const url of listUrls.slice(0, mostLists)) {
    const list = await readStatusListAt(scope, config, { did: issuerId, url });
    if (list) lists.set(url, list);
  }
  return lists;
};

/** With the keys and the status lists of this installation; nothing is fetched. */
const verifyOwn = async (scope: Scope, config: Verifier['config'], readable: Readable): Promise<VerificationReport> => {
  const resolveKey: ResolveKey = await issuerKeys(scope);
  return readable.verify({ at: scope.now, statusLists: await readOwnLists(scope, config, readable), resolveKey });
};

const verifyOutside = async ({ outside, config }: Verifier, readable: Readable, at: Date) => {
  const { resolveKey, readLists, troubles } = lookOutside(outside, config.PUBLIC_URL);
  const report = await readable.verify({ at, statusLists: await readLists(readable.listUrls), resolveKey });
  return { report, troubles };
};

/** Since when another copy stands in its place, where it is word for word one whose key was withdrawn since. */
const supersededAt = async (scope: Scope, { credential }: LoadedCredential, { whole }: Readable) => {
  const copy = whole && (await documentVersionOf(scope, credential.id, whole));
  return copy?.saysTheSame ? copy.supersededAt : undefined;
};

/** Checks a document against the records of the credential that it claims to be. */
export const checkKnown = async (scope: Scope, { config }: Verifier, loaded: LoadedCredential, readable: Readable) => {
  const known = knownOf(scope, loaded);
  const report = await verifyOwn(scope, config, readable);
  const former = isOfWithdrawnKey(report) ? await supersededAt(scope, loaded, readable) : undefined;
  const checks = former ? checksOfFormerCopy(report, known, former) : checksOfKnown(report, known);
  return {
    isFormerCopy: former !== undefined,
    checkedAt: scope.now.toISOString(),
    inForce: allPassed(checks) && isInForce(loaded.state.status),
    checks: [...checks],
    credential: shown(scope, loaded, known, config.PUBLIC_URL),
  };
};

/** What is not genuine has neither a status nor dates: those of the genuine one would speak for the imitation. */
const withoutStanding = (checks: readonly Check[]): readonly Check[] =>
  checks.map((one) =>
    one.id === 'status' || one.id === 'dates'
      ? { id: one.id, result: 'could-not-check', detail: 'Only what is genuine can hold or end.' }
      : one,
  );

const isGenuine = (checks: readonly Check[]): boolean =>
  checks.every(({ id, result }) => !['document', 'signature', 'issuer'].includes(id) || result === 'passed');

/** Whoever kept the name or the number back when presenting it does not want it shown; the record would show both. */
const mayShowRecord = (
  { form }: Secured,
  { claims, number }: Readable,
  record: { readonly holderName: string; readonly number: string },
): boolean => form !== 'sd-jwt' || (claims.holderName === record.holderName && number === record.number);

/**
 * Checks what somebody handed over, by the first of these that fits: the records of the credential that it is, the keys
 * of the organization here that it names as its issuer, or what it proves itself and its issuer publishes.
 */
export const checkHanded = async (trx: Trx, verifier: Verifier, secured: Secured, now: Date) => {
  const readable = await readSecured(secured, now);
  const { claims, issuerId, credentialId } = readable;
  const said = { form: secured.form, claims };
  const answer = (at: Date, checks: readonly Check[], issuerKnown: boolean) => ({
    ...said,
    checkedAt: at.toISOString(),
    inForce: false,
    checks: [...checks],
    issuerKnown,
    verdict: verdictOf(checks, issuerKnown),
  });

  const found = credentialId === undefined ? undefined : await enterOrganizationOf(trx, verifier, { id: credentialId });
  if (found) {
    const { scope } = found;
    // Whoever has a credential knows its id: with another issuer beside it, anyone can sign.
    if (!isIssuerOf(issuerId ?? '', scope.organization.slug)) {
      const report = await readable.verify({ at: scope.now });
      return answer(scope.now, withoutStanding(checksOfImpostor(report, scope.organization.name)), false);
    }
    const loaded = await loadCredential(scope, found.credentialId);
    const { credential: record, isFormerCopy, ...checked } = await checkKnown(scope, verifier, loaded, readable);
    const issuerKnown = isFormerCopy || isGenuine(checked.checks);
    return {
      ...said,
      ...checked,
      checks: issuerKnown ? checked.checks : [...withoutStanding(checked.checks)],
      issuerKnown,
      verdict: isFormerCopy ? 'superseded' : verdictOf(checked.checks, issuerKnown),
      // Who holds only an imitation learns nothing of the genuine one.
      ...(issuerKnown && mayShowRecord(secured, readable, record) ? { credential: record } : {}),
    };
  }
  const issuer = await enterIssuer(trx, verifier, issuerId ?? '');
  if (issuer) {
    const checks = checksOfUnrecorded(await verifyOwn(issuer, verifier.config, readable), issuer.organization.name);
    return answer(issuer.now, checks, isGenuine(checks));
  }
  const { report, troubles } = await verifyOutside(verifier, readable, now);
  return answer(now, checksOfStranger(report, { issuerId, troubles }), false);
};
