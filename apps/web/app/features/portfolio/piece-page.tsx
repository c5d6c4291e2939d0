import { redirect } from 'react-router';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/piece-page';
import { requireEditablePiece } from './find-piece.ts';
import { messages } from './messages.ts';
import { PieceForm } from './piece-form.tsx';
import { loadPortfolio } from './portfolio-data.ts';
import { readPiece } from './read-piece.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api, request }) => {
  const portfolio = await loadPortfolio(api, params);
  const piece = requireEditablePiece(portfolio, params.pieceId, request.id);
  return { piece, criteria: portfolio.criteria, path: portfolio.path };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { piece, errors } = readPiece(form, textIn(localeOf(request), messages));
  if (errors.length > 0) return invalidForm(form, errors);
  try {
    await api.delivery.updatePiece({ pieceId: params.pieceId, ...piece }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`/me/candidacies/${params.candidacyId}/portfolio/${params.assessmentId}`);
});

export default function PiecePage({ loaderData: { piece, criteria, path }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('editTitle')} back={<BackLink to={path}>{t('backToPortfolio')}</BackLink>} problem={actionData}>
      <PieceForm criteria={criteria} piece={piece} />
    </Page>
  );
}
