import { newId, Problem } from '../../kernel/index.ts';
import { type AllowedType, sniff } from '../../platform/files/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { cleanFileName, maxFileBytes, maxFilesPerCandidacy } from './rules/files.ts';
import { lockCandidacy } from './store.ts';

export interface EvidenceFile {
  readonly id: string;
  readonly candidacyId: string;
  readonly personId: string;
  readonly name: string;
  readonly type: AllowedType;
  readonly bytes: number;
  readonly storageKey: string;
  readonly uploadedAt: Date;
}

const columns = ['id', 'candidacy_id', 'person_id', 'name', 'type', 'bytes', 'storage_key', 'uploaded_at'] as const;

const asFile = (row: {
  id: string;
  candidacy_id: string;
  person_id: string;
  name: string;
  type: string;
  bytes: number;
  storage_key: string;
  uploaded_at: Date;
}): EvidenceFile => ({
  id: row.id,
  candidacyId: row.candidacy_id,
  personId: row.person_id,
  name: row.name,
  // A check constraint names the types.
  type: row.type as AllowedType,
  bytes: row.bytes,
  storageKey: row.storage_key,
  uploadedAt: row.uploaded_at,
});

const noSuchFile = (message = 'There is no such file.') =>
  new Problem('not-found', 'candidacies.no-such-file', message);

export const getFile = async ({ trx, organization }: Scope, fileId: string): Promise<EvidenceFile> => {
  const row = await trx
    .selectFrom('evidence_file')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (!row) throw noSuchFile();
  return asFile(row);
};

/** Oldest first. */
export const listFiles = async (
  { trx, organization }: Scope,
  candidacyId: string,
): Promise<readonly EvidenceFile[]> => {
  const rows = await trx
    .selectFrom('evidence_file')
    .select(columns)
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .orderBy('uploaded_at')
    .orderBy('id')
    .execute();
  return rows.map(asFile);
};

/** @throws Problem `candidacies.no-such-file` unless every id is a file of this candidacy. */
export const requireFiles = async (scope: Scope, candidacyId: string, fileIds: readonly string[]): Promise<void> => {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const found = new Set((await listFiles(scope, candidacyId)).map((file) => file.id));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length > 0) {
    throw noSuchFile(`${missing.length} of the named files are not in this candidacy. Upload them again.`);
  }
};

/**
 * Keeps an uploaded file. The content decides what it is; it is stored before the transaction ends, so that a refusal
 * after that leaves bytes behind that nothing points to.
 */
export const saveFile = async (
  platform: Pick<Platform, 'files'>,
  scope: Scope,
  candidacyId: string,
  personId: string,
  file: File,
): Promise<EvidenceFile> => {
  const { trx, organization, now } = scope;
  if (file.size > maxFileBytes) throw tooLarge();
  const content = new Uint8Array(await file.arrayBuffer());
  const type = typeOf(await sniff(content, { maxBytes: maxFileBytes }));
  await lockCandidacy(scope, candidacyId);
  const before = await listFiles(scope, candidacyId);
  if (before.length >= maxFilesPerCandidacy) {
    const message = `A candidacy holds ${maxFilesPerCandidacy} files at most. Put several pages into one PDF.`;
    throw new Problem('rule-broken', 'candidacies.too-many-files', message);
  }
  const stored = await platform.files.put(content, { maxBytes: maxFileBytes });
  const row = {
    id: newId(),
    candidacy_id: candidacyId,
    person_id: personId,
    name: cleanFileName(file.name, type),
    type,
    bytes: stored.bytes,
    storage_key: stored.key,
    uploaded_at: now,
  };
  await trx
    .insertInto('evidence_file')
    .values({ organization_id: organization.id, sha256: stored.sha256, ...row })
    .execute();
  await trx
    .insertInto('locator')
    .values({ id: row.id, kind: 'file', organization_id: organization.id, person_id: personId })
    .execute();
  return asFile(row);
};

const tooLarge = () =>
  new Problem(
    'invalid',
    'candidacies.file-too-large',
    'The file has more than 10 MB. Scan it in a lower resolution, or split it.',
    [{ path: 'file', message: 'Choose a file of at most 10 MB.' }],
  );

const typeOf = (sniffed: Awaited<ReturnType<typeof sniff>>): AllowedType => {
  if (sniffed.ok) return sniffed.type;
  if (sniffed.reason === 'too-large') throw tooLarge();
  const found =
    sniffed.reason === 'empty' ? 'The file is empty.' : 'By its content, this file is neither PDF nor JPEG nor PNG.';
  throw new Problem(
    'invalid',
    'candidacies.file-type-refused',
    `${found} Save it as one of these and upload it again.`,
    [{ path: 'file', message: 'Choose a PDF, JPEG or PNG file.' }],
  );
};

/** The bytes, for a download. */
export const readFile = async (platform: Pick<Platform, 'files'>, file: EvidenceFile): Promise<File> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of await platform.files.get(file.storageKey)) chunks.push(new Uint8Array(chunk));
  return new File(chunks, file.name, { type: file.type });
};
