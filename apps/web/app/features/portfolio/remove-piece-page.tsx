import { redirect } from 'react-router';
import { useDocument } from '../../document/document-context.ts';
import { ActForm } from '../../forms/act-form.tsx';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/remove-piece-page';
import { shownByAlone } from './completeness.ts';
import { requireEditablePiece } from './find-piece.ts';
import { messages } from './messages.ts';
import { loadPortfolio } from './portfolio-data.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api, request }) => {
  const portfolio = await loadPortfolio(api, params);
  const piece = requireEditablePiece(portfolio, params.pieceId, request.id);
  return {
    path: portfolio.path,
    title: piece.title,
    uncovers: shownByAlone(portfolio, piece).map((criterion) => criterion.title),
  };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  try {
    await api.delivery.removePiece({ pieceId: params.pieceId }, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`/me/candidacies/${params.candidacyId}/portfolio/${params.assessmentId}`);
});

export default function RemovePiecePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { path, title, uncovers } = loaderData;
  const titles = new Intl.ListFormat(intlLocaleOf(locale)).format(uncovers);
  return (
    <Page
      title={t('removeTitle', { title })}
      back={<BackLink to={path}>{t('backToPortfolio')}</BackLink>}
      problem={actionData}
    >
      <p>{t('removeDetail')}</p>
      <p>{t('removeUncovers', { count: uncovers.length, titles })}</p>
      <ActForm>
        <ButtonRow>
          <SubmitButton weight="grave">{t('removeNow')}</SubmitButton>
          <LinkButton to={path} weight="other">
            {t('keep')}
          </LinkButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
