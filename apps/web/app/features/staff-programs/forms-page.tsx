import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/forms-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const target = { organization: place.organization, programId: args.params.programId };
  const [{ program }, { forms }] = await Promise.all([
    inside.api.programs.getProgram(target),
    inside.api.itemBank.listForms(target),
  ]);
  return {
    forms,
    programTitle: program.title,
    exams: program.assessments
      .filter(({ kind }) => kind === 'exam')
      .map(({ id, title }) => ({ value: id, label: title })),
    publishes: holds(place, 'psychometrician'),
    base: `${place.base}/programs/${program.id}`,
  };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { programId } = args.params;
  const form = await args.request.formData();
  const t = textIn(localeOf(args.request), messages);
  const name = String(form.get('name') ?? '').trim();
  const seedText = String(form.get('seed') ?? '').trim();
  const errors = [
    ...(name === '' ? [{ name: 'name', message: t('enterName') }] : []),
    ...(/^\d{1,10}$/.test(seedText) ? [] : [{ name: 'seed', message: t('enterSeed') }]),
  ];
  if (errors.length > 0) return invalidForm(form, errors);
  try {
    const assessmentId = String(form.get('assessmentId') ?? '');
    const order = { organization, programId, assessmentId, name, seed: Number(seedText) };
    await inside.api.itemBank.publishForm(order, once(form));
  } catch (error) {
    return refusedForm(form, error);
  }
  throw redirect(`${base}/programs/${programId}/forms`);
});

export default function FormsPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { forms, programTitle, exams, publishes, base } = loaderData;
  return (
    <Page
      title={t('forms')}
      lead={t('formsLead')}
      back={<BackLink to={base}>{programTitle}</BackLink>}
      problem={actionData}
    >
      <DataTable
        caption={t('forms')}
        rows={forms}
        keyOf={(form) => form.id}
        empty={<EmptyState title={t('noForms')} />}
        columns={[
          { id: 'name', header: t('formName'), cell: (form) => form.name },
          {
            id: 'exam',
            header: t('exam'),
            cell: (form) => exams.find(({ value }) => value === form.assessmentId)?.label ?? form.assessmentId,
          },
          { id: 'items', header: t('items'), numeric: true, cell: (form) => form.items },
          { id: 'edition', header: t('edition'), line: 3, cell: (form) => form.edition },
          { id: 'seed', header: t('seed'), numeric: true, line: 3, cell: (form) => form.seed },
          {
            id: 'published',
            header: t('published'),
            line: 3,
            cell: (form) => <Time at={form.publishedAt} show="day" />,
          },
          { id: 'by', header: t('by'), line: 0, cell: (form) => form.publishedBy },
        ]}
      />
      {publishes && (
        <Panel title={t('publishForm')}>
          <p>{t('publishFormDetail')}</p>
          <ActForm>
            <SelectField name="assessmentId" label={t('exam')} options={exams} />
            <Field name="name" label={t('formName')} hint={t('nameHint')} width="short" autoComplete="off" />
            <Field name="seed" kind="number" label={t('seed')} hint={t('seedHint')} width="short" autoComplete="off" />
            <SubmitButton>{t('publishForm')}</SubmitButton>
          </ActForm>
        </Panel>
      )}
    </Page>
  );
}
