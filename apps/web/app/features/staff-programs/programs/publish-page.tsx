import { data, redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm, valuesOf } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Field } from '../../../parts/field.tsx';
import { Page } from '../../../parts/page.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/publish-page';
import { fileProblems } from './file-problems.ts';
import { messages } from './messages.ts';
import styles from './publish.module.css';

/** Begins with the latest edition of the program that `?from=` names, to be changed. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const from = args.url.searchParams.get('from');
  if (from === null) return { base, yaml: '' };
  const { editions } = await inside.api.programs.listEditions({ organization, programId: from });
  return { base, yaml: editions[0]?.yaml ?? '' };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const yaml = String(form.get('yaml') ?? '');
  if (yaml.trim() === '') {
    const t = textIn(localeOf(args.request), messages);
    return invalidForm(form, [{ name: 'yaml', message: t('enterYaml') }]);
  }
  let published: { programId: string; edition: string };
  try {
    published = await inside.api.programs.publishEdition({ organization, yaml }, once(form));
  } catch (error) {
    const problem = apiProblemOf(error);
    if (problem?.code !== 'programs.file-refused') return refusedForm(form, error, () => 'yaml');
    // The summary says how many; each stands with its line below.
    const errors = [{ name: 'yaml', message: problem.message }];
    const inFile = fileProblems(problem.fields, yaml);
    return data({ problem: { errors, values: valuesOf(form) }, inFile }, { status: 422 });
  }
  const query = new URLSearchParams({ published: published.edition });
  throw redirect(`${base}/programs/${published.programId}?${query}`);
});

export default function PublishPage({ loaderData: { base, yaml }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const inFile = actionData && 'inFile' in actionData ? actionData.inFile : [];
  const problem = actionData && 'problem' in actionData ? actionData.problem : actionData;
  return (
    <Page
      title={t('publishTitle')}
      lead={t('publishLead')}
      back={<BackLink to={`${base}/programs`}>{t('back')}</BackLink>}
      problem={problem}
    >
      <DataTable
        caption={t('problems')}
        captionShown
        rows={inFile}
        keyOf={({ line, message }) => `${line} ${message}`}
        empty={null}
        columns={[
          { id: 'problem', header: t('problem'), cell: (row) => row.message },
          { id: 'line', header: t('line'), numeric: true, cell: (row) => row.line },
          {
            id: 'source',
            header: t('source'),
            line: 3,
            speaksForItself: true,
            cell: (row) => <code>{row.source}</code>,
          },
        ]}
      />
      <div className={styles.editor}>
        <ActForm>
          <Field name="yaml" label={t('yaml')} hint={t('yamlHint')} lines={24} defaultValue={yaml} />
          <SubmitButton>{t('publishButton')}</SubmitButton>
        </ActForm>
      </div>
    </Page>
  );
}
