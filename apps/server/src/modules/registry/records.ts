import type { Program } from '@testamur/program';
import type { Trx } from '../../platform/db/index.ts';
import { enterTenant, findTenant, type Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { credentialLife, type LoadedCredential } from '../credentialing/index.ts';
import { issuerDid } from '../issuers/index.ts';
import type { Known } from './rules/checks.ts';

export type Verifier = Pick<Platform, 'config' | 'clock' | 'outside'>;

/** The organization of a credential, entered by the transaction, at its time. */
export const enterOrganizationOf = async (
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

/** The organization that a document names as its issuer, where it is one of this installation. */
export const enterIssuer = async (
  trx: Trx,
  { config, clock }: Pick<Verifier, 'config' | 'clock'>,
  did: string,
): Promise<Scope | undefined> => {
  const slug = /:([a-z0-9][a-z0-9-]{0,62})$/.exec(did)?.[1];
  if (slug === undefined || did !== issuerDid(config.PUBLIC_URL, slug)) return undefined;
  const organization = await findTenant(trx, { slug });
  if (!organization) return undefined;
  await enterTenant(trx, organization.id, undefined);
  return { trx, organization, now: clock(organization) };
};

export const pageOf = (publicUrl: string, number: string): string => `${publicUrl}/c/${number}`;

/** The level or field that was certified, in the words of the program; empty where it has none. */
const trackOf = ({ tracks = [] }: Program, chosen: Readonly<Record<string, string>> | undefined) =>
  tracks.flatMap(({ id, title, options }) => {
    const option = options.find((one) => one.id === chosen?.[id]);
    return option ? [{ axis: title, option: option.title }] : [];
  });

/** What the page of a credential shows. Reasons are for the holder and the organization. */
export const shown = (
  { organization }: Scope,
  { credential, candidacy, state, states }: LoadedCredential,
  { replacedBy }: Known,
  publicUrl: string,
) => {
  const { program, standing } = candidacy;
  return {
    number: credential.number,
    address: pageOf(publicUrl, credential.number),
    holderName: credential.holderName,
    /** Whether the holder agreed to be named in the public register. */
    listed: standing.listed,
    title: standing.credentialTitle,
    track: trackOf(program, standing.track),
    ...(program.credential.postnominal === undefined ? {} : { postnominal: program.credential.postnominal }),
    organization: organization.slug,
    organizationName: organization.name,
    language: program.language,
    scope: program.scope,
    meaning: program.credential.criteria,
    edition: candidacy.edition,
    programId: candidacy.programId,
    state: state.status,
    since: state.since,
    validFrom: state.validFrom,
    validUntil: state.validUntil,
    history: credentialLife(candidacy.facts, states, credential.id).map(({ at, what }) => ({ at, what })),
    demonstration: organization.kind !== 'live',
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
};

export const knownOf = ({ organization }: Scope, { candidacy, state, states }: LoadedCredential): Known => {
  const next = states[states.indexOf(state) + 1];
  return {
    organizationName: organization.name,
    program: candidacy.program,
    state,
    ...(state.status === 'replaced' && next ? { replacedBy: next.number } : {}),
  };
};
