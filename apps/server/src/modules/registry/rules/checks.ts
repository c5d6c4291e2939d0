import type { CheckId, Check as FoundCheck, VerificationReport } from '@testamur/credentials';
import { type CredentialStanding, credentialTerms, type Program } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';

export interface Check {
  readonly id: 'document' | 'signature' | 'issuer' | 'status' | 'dates' | 'holder';
  readonly result: 'passed' | 'failed' | 'could-not-check';
  readonly detail: string;
}

/** No check by this page can see who stands before the reader. */
const holder: Check = {
  id: 'holder',
  result: 'could-not-check',
  detail: 'Who holds it cannot be seen from here: ask for identification and compare the name.',
};

const found = (report: VerificationReport, ...ids: readonly CheckId[]): Pick<FoundCheck, 'result' | 'detail'> => {
  const checks = report.checks.filter((check) => ids.includes(check.id));
  const worst = checks.find(({ result }) => result === 'failed') ?? checks.find(({ result }) => result !== 'passed');
  return worst ?? { result: 'passed', detail: checks.map(({ detail }) => detail).join(' ') };
};

/** Days for people, in the place of the instants of a finding. */
const withDays = (detail: string): string =>
  detail.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)/g, (instant) =>
    Number.isNaN(Date.parse(instant)) ? instant : `${formatDay(new Date(instant).toISOString())} (UTC)`,
  );

/** What passed is said in the reader's words; what did not keeps the words of the finding. */
const check = (
  report: VerificationReport,
  id: Check['id'],
  from: readonly CheckId[],
  whenPassed: string | undefined,
): Check => {
  const { result, detail } = found(report, ...from);
  return { id, result, detail: withDays(result === 'passed' ? (whenPassed ?? detail) : detail) };
};

const document = (report: VerificationReport): Check =>
  check(report, 'document', ['structure', 'contexts'], 'It is a complete credential, and all that it says is defined.');

/** What could not be had from others, in words. */
export interface Troubles {
  readonly key?: string;
  readonly status?: string;
}

const readableSite = (did: string | undefined): string | undefined =>
  did?.startsWith('did:web:') ? decodeURIComponent(did.split(':')[2] ?? '') : undefined;

const issuerOfStranger = (report: VerificationReport, isSigned: boolean, issuerId: string | undefined): Check => {
  const { result, detail } = found(report, 'issuer');
  if (result === 'failed') return { id: 'issuer', result, detail };
  const site = readableSite(issuerId);
  const where =
    site === undefined ? '' : ` The key is published at ${site}: is that the site of the body that you expect?`;
  const words = `${isSigned ? 'Signature passed. ' : ''}We do not know this issuer.${isSigned ? where : ''}`;
  return { id: 'issuer', result: 'could-not-check', detail: words };
};

const statusOfStranger = (report: VerificationReport, { status: trouble }: Troubles): Check => {
  const code = report.checks.find(({ id, result }) => id === 'status' && result === 'could-not-check')?.code;
  const words =
    code === 'status-unsupported'
      ? 'Its status list is of a kind that we cannot read. Ask the issuer whether it still holds.'
      : code === 'status-list-missing'
        ? trouble
        : undefined;
  return words === undefined
    ? check(report, 'status', ['status'], undefined)
    : { id: 'status', result: 'could-not-check', detail: words };
};

/**
 * A credential of an issuer that is not of this installation: what the document itself proves, what its issuer
 * publishes, and no more. Who the issuer is stays the reader's to judge.
 */
export const checksOfStranger = (
  report: VerificationReport,
  { issuerId, troubles = {} }: { readonly issuerId?: string | undefined; readonly troubles?: Troubles } = {},
): readonly Check[] => {
  const signature = check(report, 'signature', ['proof'], 'Signed, and nothing was changed since.');
  const trouble = signature.result === 'could-not-check' ? troubles.key : undefined;
  return [
    document(report),
    trouble === undefined ? signature : { ...signature, detail: trouble },
    issuerOfStranger(report, signature.result === 'passed', issuerId),
    statusOfStranger(report, troubles),
    check(report, 'dates', ['dates'], undefined),
    holder,
  ];
};

/** It bears the id of a credential of this installation, and names another issuer: an imitation, however well signed. */
export const checksOfImpostor = (report: VerificationReport, organizationName: string): readonly Check[] =>
  checksOfStranger(report).map((one) =>
    one.id === 'issuer'
      ? {
          id: 'issuer',
          result: 'failed',
          detail: `It passes for a credential of ${organizationName}, and ${organizationName} did not issue it.`,
        }
      : one,
  );

export interface Known {
  readonly organizationName: string;
  readonly program: Program;
  /** Where the credential stands by the organization's records. */
  readonly state: CredentialStanding;
  /** The number of the credential that stands in its place. */
  readonly replacedBy?: string;
}

const statusOf = (report: VerificationReport, { state, replacedBy, organizationName }: Known): Check => {
  const { result, detail } = found(report, 'status');
  const since = formatDay(state.since);
  const failed = (words: string): Check => ({ id: 'status', result: 'failed', detail: words });
  switch (state.status) {
    case 'suspended':
      return failed(`Suspended by ${organizationName} since ${since} (UTC).`);
    case 'revoked':
      return failed(`Revoked by ${organizationName} on ${since} (UTC).`);
    case 'surrendered':
      return failed(`Given back by its holder on ${since} (UTC).`);
    case 'replaced':
      return failed(
        `Replaced on ${since} (UTC)${replacedBy === undefined ? '' : ` by ${replacedBy}`}. Check that one.`,
      );
    default:
      return {
        id: 'status',
        result,
        detail: result === 'passed' ? 'Neither suspended nor revoked.' : detail,
      };
  }
};

const datesOf = (report: VerificationReport, { program, state }: Known): Check => {
  const { result, detail } = found(report, 'dates');
  const [from, until, since] = [state.validFrom, state.validUntil, state.since].map((at) => formatDay(at));
  if (state.cause === 'maintenance') {
    // Between a holder and the organization; the public needs to know whether it holds.
    return state.status === 'lapsed'
      ? { id: 'dates', result: 'failed', detail: `Lapsed on ${since} (UTC): it was not kept up in time.` }
      : { id: 'dates', result, detail: `Within its dates, ${from} through ${until} (UTC), in a period of grace.` };
  }
  switch (state.status) {
    case 'in-grace': {
      const grace = formatDay(credentialTerms(program, state.validUntil).graceUntil);
      const words = `Its date, ${until}, has passed. By the rules of the program it stays in force through ${grace} (UTC), or until a renewal that was submitted by then is decided.`;
      return { id: 'dates', result: 'passed', detail: words };
    }
    case 'lapsed':
      return { id: 'dates', result: 'failed', detail: `Lapsed on ${since} (UTC): it was not renewed in time.` };
    case 'expired':
      return { id: 'dates', result: 'failed', detail: `Expired on ${since} (UTC): it was not renewed.` };
    default:
      return {
        id: 'dates',
        result,
        detail: result === 'passed' ? `Within its dates, ${from} through ${until} (UTC).` : detail,
      };
  }
};

/** A credential of this installation: what the document proves, and what the records say of it now. */
export const checksOfKnown = (report: VerificationReport, known: Known): readonly Check[] => [
  document(report),
  check(report, 'signature', ['proof'], `Signed by ${known.organizationName}, and nothing was changed since.`),
  check(report, 'issuer', ['issuer'], `${known.organizationName} owns the key that signed it.`),
  statusOf(report, known),
  datesOf(report, known),
  holder,
];

/** The key that signed it was withdrawn, however genuine the signature may be. */
export const isOfWithdrawnKey = (report: VerificationReport): boolean =>
  report.checks.some(({ id, code }) => id === 'proof' && code === 'key-revoked');

/**
 * A former copy: word for word what the organization signed, with a key that it has withdrawn since, and it has signed
 * the credential again.
 */
export const checksOfFormerCopy = (
  report: VerificationReport,
  { organizationName }: Pick<Known, 'organizationName'>,
  supersededAt: Date,
): readonly Check[] => [
  document(report),
  {
    id: 'signature',
    result: 'failed',
    detail: `${organizationName} has withdrawn the key that signed it, so the signature no longer counts.`,
  },
  {
    id: 'issuer',
    result: 'passed',
    detail: `It says word for word what ${organizationName} issued, by the records kept here.`,
  },
  {
    id: 'status',
    result: 'failed',
    detail: `${organizationName} signed it again with another key on ${formatDay(supersededAt.toISOString())} (UTC). The newer copy counts.`,
  },
  { id: 'dates', result: 'could-not-check', detail: 'The page of the credential says how it stands today.' },
  holder,
];

/**
 * A credential that claims to be of an issuer of this installation, of which there is no record. All keys of the issuer
 * are known here, so a key that is not among them is none of its.
 */
export const checksOfUnrecorded = (report: VerificationReport, organizationName: string): readonly Check[] => {
  const proof = found(report, 'proof');
  const signed = proof.result === 'passed';
  return [
    document(report),
    {
      id: 'signature',
      result: signed ? 'passed' : 'failed',
      detail: signed ? `Signed by ${organizationName}, and nothing was changed since.` : proof.detail,
    },
    {
      id: 'issuer',
      result: signed ? found(report, 'issuer').result : 'failed',
      detail: signed
        ? found(report, 'issuer').detail
        : `It says that ${organizationName} issued it, and cannot prove it.`,
    },
    {
      id: 'status',
      result: 'could-not-check',
      detail: `${organizationName} has no record of this credential here. Ask the organization.`,
    },
    check(report, 'dates', ['dates'], undefined),
    holder,
  ];
};

/** True only when every check passed but that of the holder, which is the reader's own. */
export const allPassed = (checks: readonly Check[]): boolean =>
  checks.every(({ id, result }) => id === 'holder' || result === 'passed');
