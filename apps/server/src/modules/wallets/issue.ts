import { randomBytes } from 'node:crypto';
import {
  issueCredential,
  issueJwtCredential,
  issueSdJwtCredential,
  type Signer,
  statusListUrls,
  verifyCredential,
  verifyJwtCredential,
  verifySdJwtCredential,
} from '@testamur/credentials';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readStatusListAt } from '../credentialing/index.ts';
import { issuerKeys } from '../issuers/index.ts';
import type { WalletFormat } from './rules/formats.ts';
import { didOfHolder, type HolderKey } from './rules/holder-key.ts';

/** Content of a stored credential, without its proofs: what was certified, and the entry that revokes it. */
export type Content = Readonly<Record<string, unknown>> & {
  readonly issuer: { readonly id: string };
  readonly credentialSubject: Readonly<Record<string, unknown>>;
};

export const contentOf = (document: string): Content => {
  const { proof: _, ...content } = JSON.parse(document);
  return content;
};

interface Order {
  readonly content: Content;
  readonly format: WalletFormat;
  readonly key: HolderKey;
  readonly signer: Signer;
  /** Address of the metadata of its type. */
  readonly vct: string;
  readonly at: Date;
}

const boundTo = (content: Content, did: string): Content => ({
  ...content,
  credentialSubject: { ...content.credentialSubject, id: did },
});

/** What a wallet gets: a JSON object (`ldp_vc`) or a token. */
export type Handed = string | Readonly<Record<string, unknown>>;

/** The same credential bound to the key of a wallet: same number, period and status entry, another signature. */
export const issueToKey = ({ content, format, key, signer, vct, at }: Order): Promise<Handed> => {
  if (format === 'ldp_vc') {
    return issueCredential({ credential: boundTo(content, didOfHolder(key, 'did:key')), signer, created: at });
  }
  if (format === 'jwt_vc_json') {
    return issueJwtCredential({ credential: boundTo(content, didOfHolder(key, 'did:jwk')), signer, issuedAt: at });
  }
  const salt = () => randomBytes(16).toString('base64url');
  return issueSdJwtCredential({ credential: content, signer, vct, issuedAt: at, salt, holderKey: key.jwk });
};

/**
 * Verifies what is about to be handed over as a stranger would, with the keys and lists that the installation serves.
 *
 * @returns what is wrong with it; empty when nothing is.
 */
export const faultsOf = async (
  scope: Scope,
  config: Platform['config'],
  { format, content }: Pick<Order, 'format' | 'content'>,
  handed: readonly Handed[],
): Promise<readonly string[]> => {
  const lists = new Map<string, object>();
  for (const url of statusListUrls(content)) {
    const list = await readStatusListAt(scope, config, { did: content.issuer.id, url });
    if (list) lists.set(url, list);
  }
  const options = { at: scope.now, statusLists: lists, resolveKey: await issuerKeys(scope) };
  const faults: string[] = [];
  for (const one of handed) {
    const report =
      typeof one !== 'string'
        ? await verifyCredential({ ...options, credential: JSON.parse(JSON.stringify(one)) })
        : format === 'jwt_vc_json'
          ? await verifyJwtCredential({ ...options, token: one })
          : await verifySdJwtCredential({ ...options, token: one });
    if (!report.verified) {
      faults.push(...report.checks.filter(({ result }) => result !== 'passed').map(({ detail }) => detail));
    }
  }
  return faults;
};
