import { parseCredentialText, statusListUrls, type VerificationReport, verifyCredential } from '@testamur/credentials';
import { Problem } from '../../kernel/index.ts';
import type { Trx } from '../../platform/db/index.ts';
import { enterTenant, findTenant, type Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  credentialLife,
  isInForce,
  type LoadedCredential,
  loadCredential,
  readCredentialNumber,
  readStatusListAt,
} from '../credentialing/index.ts';
import { type IssuerConfig, issuerDid, issuerKeys } from '../issuers/index.ts';
import { allPassed, checksOfKnown, checksOfStranger, checksOfUnrecorded, type Known } from './rules/checks.ts';
import { claimsOf, credentialIdOf, isCredential, issuerIdOf } from './rules/claims.ts';

type Verifier = Pick<Platform, 'config' | 'clock'>;

/** The organization of a credential, entered by the transaction, at its time. */
const enterOrganizationOf = async (
  trx: Trx,
  { clock }: Verifier,
  by: { readonly id: string } | { readonly number: string },
): Promise<{ scope: Scope; credentialId: string } | undefined> => {
  const query = trx.selectFrom('locator').select(['id', 'organization_id']).where('kind', '=', 'credential');
  const row = await ('id' in by
    ? query.where('id', '=', by.id)
    : query.where('public_number', '=', by.number)
  ).executeTakeFirst();
  const organization = row && (await findTenant(trx, { id: row.organization_id }));
  if (!row || !organization) return undefined;
  await enterTenant(trx, organization.id, undefined);
  return { scope: { trx, organization, now: clock(organization) }, credentialId: row.id };
};

/** With the keys and the status lists of this installation; nothing is fetched. */
const verifyOwn = async (scope: Scope, config: IssuerConfig, credential: object): Promise<VerificationReport> => {
  const did = issuerIdOf(credential) ?? '';
  const lists = new Map<string, unknown>();
  for (const url of statusListUrls(credential).slice(0, 1)) {
    const list = await readStatusListAt(scope, config, { did, url });
    if (list) lists.set(url, list);
  }
  return verifyCredential({ credential, at: scope.now, statusLists: lists, resolveKey: await issuerKeys(scope) });
};

const shown = (
  { organization }: Scope,
  { credential, candidacy, state, states }: LoadedCredential,
  { replacedBy }: Known,
) => {
  const { program } = candidacy;
  return {
    number: credential.number,
    holderName: credential.holderName,
    title: candidacy.standing.credentialTitle,
    ...(program.credential.postnominal === undefined ? {} : { postnominal: program.credential.postnominal }),
    organizationName: organization.name,
    scope: program.scope,
    meaning: program.credential.criteria,
    edition: candidacy.edition,
    programId: candidacy.programId,
    state: state.status,
    since: state.since,
    validFrom: state.validFrom,
    validUntil: state.validUntil,
    // Reasons are for the holder and the organization.
    history: credentialLife(candidacy.facts, states, credential.id).map(({ at, what }) => ({ at, what })),
    demonstration: organization.kind !== 'live',
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
};

const knownOf = ({ organization }: Scope, { candidacy, state, states }: LoadedCredential): Known => {
  const next = states[states.indexOf(state) + 1];
  return {
    organizationName: organization.name,
    program: candidacy.program,
    state,
    ...(state.status === 'replaced' && next ? { replacedBy: next.number } : {}),
  };
};

/** Checks a document against the records of the credential that it claims to be. */
const checkKnown = async (scope: Scope, config: IssuerConfig, loaded: LoadedCredential, document: object) => {
  const known = knownOf(scope, loaded);
  const checks = checksOfKnown(await verifyOwn(scope, config, document), known);
  return {
    checkedAt: scope.now.toISOString(),
    inForce: allPassed(checks) && isInForce(loaded.state.status),
    checks: [...checks],
    credential: shown(scope, loaded, known),
  };
};

export const verifyByNumber = async (trx: Trx, verifier: Verifier, typed: string) => {
  const number = readCredentialNumber(typed);
  const found = await enterOrganizationOf(trx, verifier, { number });
  if (!found) {
    throw new Problem(
      'not-found',
      'registry.no-such-credential',
      `No credential has the number ${number}. Compare it with the certificate, letter by letter.`,
    );
  }
  const loaded = await loadCredential(found.scope, found.credentialId);
  const document: object = JSON.parse(loaded.credential.document);
  return checkKnown(found.scope, verifier.config, loaded, document);
};

/** A pasted document. One of this installation is checked against the records; of any other, what it proves itself. */
export const verifyDocument = async (trx: Trx, verifier: Verifier, text: string, now: Date) => {
  const parsed = parseCredentialText(text);
  if (!parsed.ok) throw notACredential(parsed.message);
  const { credential } = parsed;
  if (!isCredential(credential)) {
    throw notACredential('This is JSON but no credential: its "type" does not say "VerifiableCredential".');
  }
  const claims = claimsOf(credential);
  const id = credentialIdOf(credential);
  const found = id === undefined ? undefined : await enterOrganizationOf(trx, verifier, { id });
  if (found) {
    const loaded = await loadCredential(found.scope, found.credentialId);
    const checked = await checkKnown(found.scope, verifier.config, loaded, credential);
    const isGenuine = checked.checks.every(
      (check) => !['document', 'signature', 'issuer'].includes(check.id) || check.result === 'passed',
    );
    const { credential: record, ...rest } = checked;
    // Who holds only an imitation learns nothing of the genuine one.
    return { ...rest, ...(isGenuine ? { credential: record } : {}), issuerKnown: isGenuine, claims };
  }
  const issuer = await enterIssuer(trx, verifier, issuerIdOf(credential) ?? '');
  if (issuer) {
    const checks = checksOfUnrecorded(await verifyOwn(issuer, verifier.config, credential), issuer.organization.name);
    const issuerKnown = checks.every((check) => check.id !== 'signature' || check.result === 'passed');
    return { checkedAt: issuer.now.toISOString(), inForce: false, checks: [...checks], issuerKnown, claims };
  }
  const checks = checksOfStranger(await verifyCredential({ credential, at: now }));
  return { checkedAt: now.toISOString(), inForce: false, checks: [...checks], issuerKnown: false, claims };
};

/** The organization that a document names as its issuer, where it is one of this installation. */
const enterIssuer = async (trx: Trx, { config, clock }: Verifier, did: string): Promise<Scope | undefined> => {
  const slug = /:([a-z0-9][a-z0-9-]{0,62})$/.exec(did)?.[1];
  if (slug === undefined || did !== issuerDid(config.PUBLIC_URL, slug)) return undefined;
  const organization = await findTenant(trx, { slug });
  if (!organization) return undefined;
  await enterTenant(trx, organization.id, undefined);
  return { trx, organization, now: clock(organization) };
};

const notACredential = (message: string) => new Problem('invalid', 'registry.not-a-credential', message);
