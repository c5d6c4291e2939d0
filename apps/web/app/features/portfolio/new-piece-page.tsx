import { data, redirect } from 'react-router';
import type { Api } from '../../api.ts';
import { type FieldError, type FormProblem, invalidForm, refusedForm, valuesOf } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/new-piece-page';
import { messages } from './messages.ts';
import { PieceForm } from './piece-form.tsx';
import { loadPortfolio } from './portfolio-data.ts';
import { fileIn, readPiece } from './read-piece.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => {
  const portfolio = await loadPortfolio(api, params);
  if (!portfolio.editable || portfolio.pieces.length >= portfolio.maximum) throw redirect(portfolio.path);
  return portfolio;
});

type Uploaded =
  | { readonly ok: true; readonly id: string; readonly name: string }
  | { readonly ok: false; readonly error: unknown };

/** The file that came with the form, or the one that came with it before. */
const uploaded = async (api: Api, candidacyId: string, form: FormData): Promise<Uploaded | undefined> => {
  const file = fileIn(form);
  if (file) {
    try {
      const { id, name } = await api.candidacies.uploadFile({ candidacyId, file }, once(form, 'file'));
      return { ok: true, id, name };
    } catch (error) {
      return { ok: false, error };
    }
  }
  const id = String(form.get('fileId') ?? '');
  return id === '' ? undefined : { ok: true, id, name: String(form.get('fileName') ?? '') };
};

/** The form again, with the file in place. */
const shownAgain = (form: FormData, errors: readonly FieldError[], file: { id: string; name: string } | undefined) =>
  file
    ? data<FormProblem>(
        { errors, values: { ...valuesOf(form), fileId: [file.id], fileName: [file.name] } },
        { status: 422 },
      )
    : invalidForm(form, errors);

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { candidacyId, assessmentId } = params;
  const t = textIn(localeOf(request), messages);
  const { piece, errors } = readPiece(form, t);
  const file = await uploaded(api, candidacyId, form);
  if (file && !file.ok) return refusedForm(form, file.error, () => 'file');
  if (!file) errors.push({ name: 'file', message: t('fileError') });
  if (errors.length > 0 || !file) return shownAgain(form, errors, file);
  try {
    await api.delivery.addPiece({ candidacyId, assessmentId, fileId: file.id, ...piece }, once(form, 'piece'));
  } catch (error) {
    const problem = apiProblemOf(error);
    if (!problem || problem.status === 404) return refusedForm(form, error);
    const found = problem.fields.map(({ path, message }) => ({ name: path, message }));
    return shownAgain(form, found.length > 0 ? found : [{ name: '', message: problem.message }], file);
  }
  throw redirect(`/me/candidacies/${candidacyId}/portfolio/${assessmentId}`);
});

export default function NewPiecePage({ loaderData: { path, criteria }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('addTitle')} back={<BackLink to={path}>{t('backToPortfolio')}</BackLink>} problem={actionData}>
      <PieceForm criteria={criteria} />
    </Page>
  );
}
