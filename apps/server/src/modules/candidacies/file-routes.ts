import { Problem } from '../../kernel/index.ts';
import { type Call, scopeOf, viewerOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { notEditable } from './commands/refusals.ts';
import { getFile, readFile, saveFile } from './files.ts';
import { viewOfFile } from './queries/detail.ts';
import type { QueueReader } from './queries/queues.ts';
import { loadCandidacy } from './store.ts';

export const uploadFile = async (
  platform: Platform,
  call: Call,
  { candidacyId, file }: { readonly candidacyId: string; readonly file: File },
) => {
  const scope = scopeOf(call);
  const { standing } = await loadCandidacy(scope, candidacyId);
  if (standing.final) throw notEditable('This candidacy is over, so nothing can be added to it.');
  const saved = await saveFile(platform, scope, candidacyId, viewerOf(call).personId, file);
  call.note({ fileId: saved.id, type: saved.type, bytes: saved.bytes });
  call.notePersonal({ name: saved.name });
  return viewOfFile(saved);
};

/** Examiners open files of those whose work they rate, and of nobody else. */
export const downloadFile = async (
  platform: Platform,
  call: Call,
  fileId: string,
  listExaminersOf: QueueReader['listExaminersOf'],
): Promise<File> => {
  const scope = scopeOf(call);
  const file = await getFile(scope, fileId);
  const mayReadAll = (['owner', 'program-manager', 'reviewer', 'auditor'] as const).some((party) =>
    call.parties.has(party),
  );
  if (!mayReadAll && !(await listExaminersOf(scope, file.candidacyId)).includes(viewerOf(call).personId)) {
    throw new Problem('not-found', 'candidacies.no-such-file', 'There is no such file, or it is not for you to see.');
  }
  return readFile(platform, file);
};
