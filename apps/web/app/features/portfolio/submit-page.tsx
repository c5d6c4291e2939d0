import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/submit-page';
import { missingIn } from './completeness.ts';
import { CriteriaTable } from './criteria-table.tsx';
import { messages } from './messages.ts';
import { loadPortfolio } from './portfolio-data.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => {
  const portfolio = await loadPortfolio(api, params);
  // What it lacks stands on the page of the portfolio.
  const missing = missingIn(portfolio);
  if (!portfolio.editable || missing.pieces > 0 || missing.criteria.length > 0) throw redirect(portfolio.path);
  return portfolio;
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { candidacyId, assessmentId } = params;
  try {
    await api.delivery.submitPortfolio({ candidacyId, assessmentId }, once(form));
  } catch (error) {
    return refusedForm(form, error, () => '');
  }
  throw redirect(`/me/candidacies/${candidacyId}/portfolio/${assessmentId}`);
});

export default function SubmitPortfolioPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { path, pieces, criteria } = loaderData;
  return (
    <Page title={t('submitTitle')} back={<BackLink to={path}>{t('backToPortfolio')}</BackLink>} problem={actionData}>
      <p>{t('submitEffect', { pieces: pieces.length })}</p>
      <ol>
        {pieces.map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ol>
      <CriteriaTable criteria={criteria} pieces={pieces} />
      <p style={{ marginBlockStart: 24 }}>{t('submitFinal')}</p>
      <ActForm>
        <ButtonRow>
          <SubmitButton>{t('submitNow', { pieces: pieces.length })}</SubmitButton>
          <LinkButton to={path} weight="other">
            {t('backToPortfolio')}
          </LinkButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
