import { redirect } from 'react-router';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import { RegisterForm } from '../sections/claims/register-form.tsx';
import { saveListing } from '../sections/save-section.ts';
import { messages as sectionMessages } from '../sections/section-messages.ts';
import type { Route } from './+types/listing-page';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) => {
  const { standing, id } = await api.candidacies.getCandidacy({ candidacyId });
  return { id, listed: standing.listed };
});

export const action = act(async ({ request, params: { candidacyId } }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const candidacy = await api.candidacies.getCandidacy({ candidacyId });
  try {
    const errors = await saveListing({ api, form, candidacy, t: textIn(localeOf(request), sectionMessages) });
    if (errors.length > 0) return invalidForm(form, errors);
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(candidacyPath(candidacyId));
});

/** Listing can be agreed to, or not, at any time. */
export default function ListingPage({ loaderData: { id, listed }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('listingTitle')}
      lead={t('listingLead')}
      back={<BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>}
      problem={actionData}
    >
      <RegisterForm listed={listed} act={t('listingSave')} />
    </Page>
  );
}
