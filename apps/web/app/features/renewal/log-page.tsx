import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { DateFields } from '../../parts/date-fields.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { RadioList } from '../../parts/radio-list.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { FilesField } from '../application/sections/files-field.tsx';
import { messages as sectionMessages } from '../application/sections/section-messages.ts';
import { sendFiles } from '../application/sections/send-files.ts';
import type { Route } from './+types/log-page';
import { CountRules } from './count-rules.tsx';
import { loadRenewal, renewPath, unitOf } from './load-renewal.ts';
import { messages } from './messages.ts';
import { readEducation } from './read-education.ts';

const mostFiles = 5;

export const loader = load(({ params }: Route.LoaderArgs, { api, request }) =>
  loadRenewal(api, params.credentialId, request.id),
);

/** A file that was saved with a refused form is listed by its name at once. */
export const shouldRevalidate = () => true;

export const action = act(async ({ request, params }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const { candidacy, credentialId, route } = await loadRenewal(api, params.credentialId, id);
  const categories = route?.kind === 'education' ? route.categories : [];
  const locale = localeOf(request);
  const t = textIn(locale, messages);
  const refusals = await sendFiles(api, form, candidacy.id, textIn(locale, sectionMessages));
  const fileIds = form.getAll('fileId').map(String).slice(0, mostFiles);
  const read = readEducation(form, categories, t);
  const missing = fileIds.length === 0 && refusals.length === 0 ? [{ name: 'files', message: t('addProof') }] : [];
  const errors = [...(read.ok ? [] : read.errors), ...refusals, ...missing];
  if (!read.ok || errors.length > 0) return invalidForm(form, errors);
  try {
    const input = { candidacyId: candidacy.id, ...read.entry, fileIds };
    const { counts } = await api.renewals.logEducation(input, once(form, 'log'));
    throw redirect(renewPath(credentialId, `?did=${counts ? 'counts' : 'countsNot'}`));
  } catch (error) {
    return refusedForm(form, error, (path) => (path === 'fileIds' ? 'files' : path));
  }
});

export default function LogPage({
  loaderData: { credentialId, candidacy, program, route },
  actionData,
}: Route.ComponentProps) {
  const t = useText(messages);
  const unit = unitOf(route);
  const categories = route?.kind === 'education' ? route.categories : [];
  if (route?.kind !== 'education') {
    return (
      <Page title={t('logTitle')} back={<BackLink to={renewPath(credentialId)}>{t('toRenewal')}</BackLink>}>
        <EmptyState title={t('nothingToLog')} />
      </Page>
    );
  }
  return (
    <Page
      title={t('logTitle')}
      lead={t('logLead')}
      back={<BackLink to={renewPath(credentialId)}>{t('toRenewal')}</BackLink>}
      problem={actionData}
    >
      <ActForm files>
        <Field name="title" label={t('activityLabel')} hint={t('activityHint')} />
        <Field name="provider" label={t('providerLabel')} />
        {categories.length > 1 && (
          <RadioList
            name="category"
            legend={t('categoryLegend')}
            options={categories.map(({ id, title, description }) => ({ value: id, label: title, hint: description }))}
          />
        )}
        <Field name="hours" kind="number" label={t('hoursHeader', { unit })} hint={t('hoursHint')} width="short" />
        <DateFields name="completedOn" legend={t('completedLabel')} />
        <FilesField
          candidacyId={candidacy.id}
          known={candidacy.files}
          chosen={[]}
          most={mostFiles}
          proof={t('proof')}
        />
        <ButtonRow>
          <SubmitButton>{t('logHours', { unit })}</SubmitButton>
        </ButtonRow>
      </ActForm>
      <CountRules route={route} description={program.renewal.description} />
    </Page>
  );
}
