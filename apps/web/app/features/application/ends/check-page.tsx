import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath, loadCandidacy } from '../candidacy.ts';
import { isEditable, isFillingIn, listSections, regionSlug } from '../sections/sections.ts';
import type { Route } from './+types/check-page';
import { CheckSection } from './check-section.tsx';
import { messages } from './messages.ts';

export const loader = load(({ params }: Route.LoaderArgs, { api }) => loadCandidacy(api, params.candidacyId));

export const action = act(async ({ request, params: { candidacyId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { candidacy, program } = await loadCandidacy(api, candidacyId);
  const { standing } = candidacy;
  try {
    await api.candidacies.submitApplication({ candidacyId, listed: standing.listed }, once(form));
  } catch (error) {
    return refusedForm(form, error, (path) => (path === 'region' ? regionSlug(program, standing) : path));
  }
  throw redirect(candidacyPath(candidacyId, '/submitted'));
});

export default function CheckPage({ loaderData: { candidacy, program }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { standing, id } = candidacy;
  const isFirst = standing.status === 'draft';
  const isOpen = isFillingIn(standing) || standing.next.some(({ kind }) => kind === 'submit-application');
  const sections = listSections(program, standing).filter(
    (section) => isFirst || (section.kind === 'requirement' && isEditable(section, standing)),
  );
  return (
    <Page
      title={t(isFirst ? 'checkTitle' : 'answerTitle')}
      lead={t(isFirst ? 'checkLead' : 'answerLead')}
      back={<BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>}
      problem={actionData}
    >
      {!isOpen && <EmptyState title={t('nothingToSubmit')} />}
      {isOpen && (
        <>
          {sections.map((section) => (
            <CheckSection key={section.slug} candidacy={candidacy} program={program} section={section} />
          ))}
          <p>{t('declare')}</p>
          <ActForm>
            <ButtonRow>
              <SubmitButton>{t(isFirst ? 'submit' : 'submitAnswer')}</SubmitButton>
            </ButtonRow>
          </ActForm>
        </>
      )}
    </Page>
  );
}
