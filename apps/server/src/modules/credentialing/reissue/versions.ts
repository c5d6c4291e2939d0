import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../../../platform/http/index.ts';

/** Which of the documents of a credential one is. */
export interface DocumentVersion {
  readonly version: number;
  readonly latest: number;
  /** What it says, but for its proof, is what was signed as this version, member by member. */
  readonly saysTheSame: boolean;
  /** Since when another one stands in its place, because the key that signed this one was withdrawn. */
  readonly supersededAt?: Date;
}

const entryOf = (document: unknown): { readonly listId: string; readonly index: number } | undefined => {
  if (typeof document !== 'object' || document === null || !('credentialStatus' in document)) return undefined;
  const { credentialStatus: status } = document;
  if (typeof status !== 'object' || status === null) return undefined;
  const { statusListCredential: list, statusListIndex: index } = status as Record<string, unknown>;
  const listId = /\/status\/([0-9a-f-]{36})$/.exec(typeof list === 'string' ? list : '')?.[1];
  return listId === undefined || typeof index !== 'string' || !/^\d{1,9}$/.test(index)
    ? undefined
    : { listId, index: Number(index) };
};

const said = (document: unknown): unknown => {
  if (typeof document !== 'object' || document === null) return document;
  const { proof: _, ...rest } = { proof: undefined, ...document };
  return rest;
};

/**
 * Tells which version of a credential a document claims to be, by the status entry that it names: each has its own.
 * Whether the document is genuine is not looked at.
 *
 * @returns undefined where it names no entry of this credential.
 */
export const documentVersionOf = async (
  { trx, organization }: Scope,
  credentialId: string,
  document: unknown,
): Promise<DocumentVersion | undefined> => {
  const entry = entryOf(document);
  if (!entry) return undefined;
  const rows = await trx
    .selectFrom('credential_document')
    .select(['version', 'list_id', 'index', 'signed_at', 'document'])
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .orderBy('version')
    .execute();
  const at = rows.findIndex((row) => row.list_id === entry.listId && row.index === entry.index);
  const found = rows[at];
  if (!found) return undefined;
  const next = rows[at + 1];
  const latest = rows.at(-1)?.version ?? found.version;
  const saysTheSame = isDeepStrictEqual(said(document), said(JSON.parse(found.document)));
  return { version: found.version, latest, saysTheSame, ...(next ? { supersededAt: next.signed_at } : {}) };
};
