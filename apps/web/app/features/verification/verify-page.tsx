import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, invalidForm, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { Field } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/verify-page';
import { DocumentResult } from './document-result.tsx';
import { messages } from './messages.ts';

const maxBytes = 500_000;

const documentOf = async (form: FormData): Promise<string> => {
  const file = form.get('file');
  if (file instanceof File && file.size > 0 && file.size <= maxBytes) return file.text();
  return String(form.get('document') ?? '').trim();
};

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const t = textIn(localeOf(request), messages);
  if (form.has('number')) {
    const number = String(form.get('number')).trim();
    if (number === '') return invalidForm(form, [{ name: 'number', message: t('enterNumber') }]);
    try {
      const found = await api.registry.verifyByNumber({ number });
      throw redirect(`/c/${found.credential.number}`);
    } catch (error) {
      if (apiProblemOf(error)?.status !== 404) throw error;
      return invalidForm(form, [{ name: 'number', message: t('notThere', { number }) }]);
    }
  }
  const document = await documentOf(form);
  if (document === '') return invalidForm(form, [{ name: 'file', message: t('giveDocument') }]);
  try {
    return { result: await api.registry.verifyDocument({ document }) };
  } catch (error) {
    return refusedForm(form, error, () => 'document');
  }
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

export default function VerifyPage({ actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const result = actionData && 'result' in actionData ? actionData.result : undefined;
  return (
    <Page title={t('verifyTitle')} lead={t('verifyLead')} problem={problemOf(actionData)}>
      {result && <DocumentResult result={result} />}
      <Panel title={t('byNumber')}>
        <ActForm>
          <Field name="number" label={t('numberLabel')} hint={t('numberHint')} width="medium" autoComplete="off" />
          <SubmitButton>{t('checkNumber')}</SubmitButton>
        </ActForm>
      </Panel>
      <Panel title={t('byFile')}>
        <ActForm files>
          <FileField
            name="file"
            label={t('fileLabel')}
            hint={t('fileHint')}
            accept={['application/json']}
            maxMegabytes={0.5}
            optional
          />
          <Field name="document" label={t('pasteLabel')} lines={6} optional />
          <SubmitButton>{t('checkFile')}</SubmitButton>
        </ActForm>
      </Panel>
    </Page>
  );
}
