import { redirect } from 'react-router';
import type { Api } from '../../../api.ts';
import { type FormProblem, valuesOf } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { apiProblemOf } from '../../../loading/refusal.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { type Checked, placeIn, type View, viewOf } from './checked.ts';
import { messages } from './messages.ts';

interface Edit {
  readonly api: Api;
  readonly organization: string;
  readonly programId: string;
  readonly form: FormData;
  readonly request: Request;
  /** Of the editor. */
  readonly path: string;
}

export interface EditAnswer {
  readonly yaml: string;
  readonly checked: Checked | undefined;
  readonly view: View;
  readonly problem?: FormProblem;
}

/** The revision under which this very text is saved. */
const saved = async ({ api, organization, programId, form }: Edit, yaml: string): Promise<number> => {
  const { draft } = await api.programs.getDraft({ organization, programId });
  if (draft?.yaml === yaml) return draft.revision;
  const revision = Math.trunc(Number(form.get('revision') ?? 0));
  const input = { organization, programId, yaml, revision: revision >= 0 ? revision : 0 };
  return (await api.programs.saveDraft(input, once(form, 'save'))).revision;
};

/** Why the file cannot go on to be published, in words; undefined where it can. */
const hindrance = ({ programId, request }: Edit, checked: Checked): string | undefined => {
  const t = textIn(localeOf(request), messages);
  const [first] = checked.problems;
  if (!checked.ok) return t('fileProblems', { count: checked.problems.length, first: first?.message ?? '' });
  const { id, edition } = checked.program;
  if (id !== programId) return t('otherProgram', { id, programId });
  return checked.published ? t('editionTaken', { edition }) : undefined;
};

/** Saves, and puts the file to every candidacy; leads to what was found. */
const goOn = async (edit: Edit, yaml: string): Promise<string> => {
  const { api, organization, programId, form, path } = edit;
  const revision = await saved(edit, yaml);
  const { inForce } = await api.programs.getDraft({ organization, programId });
  const query = new URLSearchParams({ revision: String(revision) });
  // Nobody can be under way before the first edition.
  if (inForce) {
    query.set('preview', (await api.programs.previewEdition({ organization, yaml }, once(form, 'preview'))).previewId);
  }
  return `${path}/affected?${query}`;
};

/** What the buttons of the editor do: check, save, go on to who is affected (a redirect, which is thrown). */
export const editDraft = async (edit: Edit): Promise<EditAnswer> => {
  const { api, organization, form, request } = edit;
  const yaml = String(form.get('yaml') ?? '').replaceAll('\r\n', '\n');
  const refused = (message: string, checked: Checked | undefined): EditAnswer => ({
    ...{ yaml, checked, view: 'problems' },
    problem: { errors: [{ name: 'yaml', message }], values: valuesOf(form) },
  });
  if (yaml.trim() === '') return refused(textIn(localeOf(request), messages)('enterFile'), undefined);
  const checked = await api.programs.checkProgram({ organization, yaml, ...placeIn(form) });
  const view = viewOf(form.get('show')) ?? (checked.ok ? 'handbook' : 'problems');
  const kept = { yaml, checked, view };
  const asked = form.get('act');
  if (asked !== 'save' && asked !== 'affected') return kept;
  const problem = asked === 'affected' ? hindrance(edit, checked) : undefined;
  if (problem !== undefined) return refused(problem, checked);
  let next = `${edit.path}?show=${view}`;
  try {
    if (asked === 'save') await saved(edit, yaml);
    else next = await goOn(edit, yaml);
  } catch (error) {
    const refusal = apiProblemOf(error);
    if (!refusal || refusal.status === 403) throw error;
    return refused(refusal.message, checked);
  }
  throw redirect(next);
};
