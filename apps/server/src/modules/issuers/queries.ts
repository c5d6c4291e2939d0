import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type IssuerConfig, issuerDid, issuerUrl } from './address.ts';
import { providerOf } from './providers/index.ts';
import { KeyUnavailable } from './providers/provider.ts';
import { type KeyRequest, listRequests } from './requests.ts';
import { activationOf } from './rotate.ts';
import { keyStateAt, keyStates, signingKeyAt } from './rules/key-state.ts';
import { listKeys, newKeyProvider, type StoredKey } from './store.ts';

const minuteMs = 60_000;
const inWords = { sealed: 'the database', pkcs11: 'a token', 'aws-kms': 'AWS KMS' } as const;

/** Where a key lies. Its provider may have lost its settings; the list is shown all the same. */
const placeOf = ({ provider, ref }: StoredKey, config: IssuerConfig): string => {
  try {
    return providerOf(provider, config).describe(ref);
  } catch (error) {
    if (error instanceof KeyUnavailable) return `${inWords[provider]}, which is not configured`;
    throw error;
  }
};

const pendingOf = ({ requestedBy, requestedById, requestedAt, reason }: KeyRequest) => ({
  requestedBy,
  requestedById,
  requestedAt: requestedAt.toISOString(),
  reason,
});

const shownKey = (scope: Scope, config: IssuerConfig, key: StoredKey, request: KeyRequest | undefined) => ({
  id: key.id,
  fingerprint: key.fingerprint,
  publicKeyMultibase: key.publicKeyMultibase,
  algorithm: key.algorithm,
  provider: key.provider,
  place: placeOf(key, config),
  state: keyStateAt(key, scope.now),
  createdAt: key.createdAt.toISOString(),
  activatesAt: key.activatesAt.toISOString(),
  ...(key.retiredAt === undefined ? {} : { retiredAt: key.retiredAt.toISOString() }),
  ...(key.compromisedAt === undefined ? {} : { compromisedAt: key.compromisedAt.toISOString() }),
  ...(request === undefined ? {} : { compromiseRequest: pendingOf(request) }),
});

export const listIssuerKeys = async (scope: Scope, config: IssuerConfig) => {
  const { slug } = scope.organization;
  const keys = await listKeys(scope);
  const open = await listRequests(scope, { open: true });
  const rotation = open.find(({ kind }) => kind === 'rotation');
  const reportOf = ({ id }: StoredKey) => open.find(({ kind, keyId }) => kind === 'compromise' && keyId === id);
  const rank = (key: StoredKey) => [1, 0, 2, 3][keyStates.indexOf(keyStateAt(key, scope.now))] ?? 4;
  return {
    did: issuerDid(config.PUBLIC_URL, slug),
    documentUrl: `${issuerUrl(config.PUBLIC_URL, slug)}/did.json`,
    provider: newKeyProvider(scope, config),
    waitMinutes: Math.round((activationOf(scope, config).getTime() - scope.now.getTime()) / minuteMs),
    ...(rotation === undefined
      ? {}
      : {
          rotationRequest: {
            ...pendingOf(rotation),
            algorithm: rotation.algorithm,
            fingerprint: keys.find(({ id }) => id === rotation.keyId)?.fingerprint ?? '',
          },
        }),
    keys: keys.toSorted((a, b) => rank(a) - rank(b)).map((key) => shownKey(scope, config, key, reportOf(key))),
  };
};

export const getKeyIncident = async (scope: Scope, config: IssuerConfig, keyId: string) => {
  const keys = await listKeys(scope);
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new Problem('not-found', 'issuers.no-such-key', 'This organization has no such key.');
  const reports = await listRequests(scope, { kind: 'compromise', keyId });
  const current = signingKeyAt(keys, scope.now);
  return {
    key: shownKey(
      scope,
      config,
      key,
      reports.find(({ decidedAt }) => decidedAt === undefined),
    ),
    reports: reports.map((report) => ({
      ...pendingOf(report),
      ...(report.decidedBy === undefined ? {} : { decidedBy: report.decidedBy }),
      ...(report.decidedAt === undefined ? {} : { decidedAt: report.decidedAt.toISOString() }),
      ...(report.confirmed === undefined ? {} : { confirmed: report.confirmed }),
    })),
    ...(current === undefined
      ? {}
      : { signsNow: { fingerprint: current.fingerprint, since: current.activatesAt.toISOString() } }),
  };
};
