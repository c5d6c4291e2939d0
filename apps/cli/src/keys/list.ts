import type { Api } from '../rehearsal/api.ts';
import { columns } from '../shell/render.ts';

export type KeyList = Awaited<ReturnType<Api['issuers']['listIssuerKeys']>>;
type Key = KeyList['keys'][number];

const states = {
  current: 'signs now',
  next: 'published, signs later',
  retired: 'retired, verifies',
  compromised: 'compromised, nothing of it counts',
} as const satisfies Record<Key['state'], string>;

const day = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`;

/** Since or until when it is what it is. */
const timeOf = ({ state, activatesAt, retiredAt, compromisedAt }: Key): string => {
  if (state === 'compromised') return `since ${day(compromisedAt ?? activatesAt)}`;
  if (state === 'retired') return `since ${day(retiredAt ?? activatesAt)}`;
  if (state === 'next') return `from ${day(activatesAt)}`;
  return retiredAt === undefined ? `since ${day(activatesAt)}` : `until ${day(retiredAt)}`;
};

/** Case, hyphens and spaces do not count in what is typed. */
export const plainFingerprint = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-F]/g, '');

/** The keys of an organization as lines, with what waits for a second person. */
export const describeKeys = ({ did, documentUrl, keys, rotationRequest }: KeyList): readonly string[] => [
  did,
  documentUrl,
  ...columns(keys.map((key) => [key.fingerprint, states[key.state], timeOf(key), key.algorithm, key.place])),
  ...(keys.length === 0 ? ['  No key yet: the first credential makes one.'] : []),
  ...(rotationRequest === undefined
    ? []
    : [`${rotationRequest.requestedBy} asked for a new key: ${rotationRequest.reason}`]),
  ...keys.flatMap(({ fingerprint, compromiseRequest: report }) =>
    report === undefined ? [] : [`${report.requestedBy} reported ${fingerprint} as compromised: ${report.reason}`],
  ),
];
