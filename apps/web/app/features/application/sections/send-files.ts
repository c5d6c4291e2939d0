import type { Api } from '../../../api.ts';
import type { FieldError } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { apiProblemOf } from '../../../loading/refusal.ts';
import type { Translate } from '../../../text/format.ts';
import type { messages } from './section-messages.ts';

/**
 * Saves the files that came with a form, and adds their ids to it as `fileId`, so that none is sent again when something
 * else has to be mended. A refused file is named; the others are kept.
 */
export const sendFiles = async (
  api: Api,
  form: FormData,
  candidacyId: string,
  t: Translate<typeof messages>,
): Promise<readonly FieldError[]> => {
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0);
  const errors: FieldError[] = [];
  for (const [at, file] of files.entries()) {
    if (!(file instanceof File)) continue;
    try {
      const saved = await api.candidacies.uploadFile({ candidacyId, file }, once(form, `file-${at}`));
      form.append('fileId', saved.id);
    } catch (error) {
      const problem = apiProblemOf(error);
      if (problem === undefined || ![400, 409, 413, 415, 422].includes(problem.status)) throw error;
      errors.push({ name: 'files', message: t('fileRefused', { name: file.name, why: problem.message }) });
    }
  }
  return errors;
};
