import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { refuse } from '../../../loading/refusal.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { askedProgram, ownPrograms } from '../own-programs.ts';
import type { Route } from './+types/publish-form-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const chosen = askedProgram(await ownPrograms(inside.api, organization), args.url);
  if (!chosen) throw refuse(404, { code: 'web.not-found', message: '', requestId: inside.request.id });
  const { program } = await inside.api.programs.getProgram({ organization, programId: chosen.id });
  const exams = program.assessments
    .filter(({ kind }) => kind === 'exam')
    .map(({ id, title }) => ({ value: id, label: title }));
  return { base, chosen, exams };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const t = textIn(localeOf(args.request), messages);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const assessmentId = text('assessmentId');
  const seed = Number(text('seed'));
  const isSeed = /^\d{1,10}$/.test(text('seed')) && seed <= 2_147_483_647;
  const errors = [
    ...(assessmentId === '' ? [{ name: 'assessmentId', message: t('chooseAssessment') }] : []),
    ...(text('name') === '' ? [{ name: 'name', message: t('enterName') }] : []),
    ...(isSeed ? [] : [{ name: 'seed', message: t('enterSeed') }]),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  const programId = text('program');
  try {
    const published = { organization, programId, assessmentId, name: text('name'), seed };
    await inside.api.itemBank.publishForm(published, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`${base}/forms?program=${programId}`);
});

export default function PublishFormPage({ loaderData: { base, chosen, exams }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const [only] = exams;
  return (
    <Page
      title={t('publishTitle')}
      lead={t('publishLead', { program: chosen.title, edition: chosen.edition })}
      back={<BackLink to={`${base}/forms?program=${chosen.id}`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {exams.length === 0 ? (
        <Note title={t('noExam')} />
      ) : (
        <ActForm>
          <input type="hidden" name="program" value={chosen.id} />
          <RadioList
            name="assessmentId"
            legend={t('assessment')}
            options={exams}
            {...(exams.length === 1 && only ? { defaultValue: only.value } : {})}
          />
          <Field name="name" label={t('name')} hint={t('nameHint')} width="medium" autoComplete="off" />
          <Field name="seed" kind="number" label={t('seed')} hint={t('seedHint')} width="medium" autoComplete="off" />
          <SubmitButton>{t('publishButton')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
