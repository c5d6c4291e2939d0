import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, invalidForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act } from '../../loading/load.ts';
import { Disclosure } from '../../parts/disclosure.tsx';
import { Field } from '../../parts/field.tsx';
import { FileField } from '../../parts/file-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/verify-page';
import { AddressResult } from './address-result.tsx';
import { DocumentResult } from './document-result.tsx';
import { DropZone } from './drop-zone.tsx';
import { messages } from './messages.ts';
import { Scanner } from './scanner.tsx';
import { verdicts } from './verdict.tsx';
import styles from './verification.module.css';
import { verifyHanded } from './verify-action.ts';

const accepted = ['application/pdf', 'image/png', 'image/svg+xml', 'application/json', 'application/jwt', 'image/jpeg'];
const maxMegabytes = 10;

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const t = textIn(localeOf(request), messages);
  // A body without a stated length is cut off where it becomes too large.
  const form = await request.formData().catch(() => undefined);
  return form ? verifyHanded(form, api, t) : invalidForm(new FormData(), [{ name: 'file', message: t('notReceived') }]);
});

const problemOf = (data: Route.ComponentProps['actionData']): FormProblem | undefined =>
  data && 'errors' in data ? data : undefined;

export default function VerifyPage({ actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const result = actionData && 'result' in actionData ? actionData.result : undefined;
  return (
    <Page title={t('verifyTitle')} lead={result ? undefined : t('verifyLead')} problem={problemOf(actionData)}>
      {result?.found === 'credential' && <DocumentResult result={result} />}
      {result?.found === 'address' && <AddressResult address={result.address} />}
      <div className={styles.ways}>
        <Panel title={t('byNumber')}>
          <ActForm>
            <Field name="number" label={t('numberLabel')} hint={t('numberHint')} width="medium" autoComplete="off" />
            <SubmitButton>{t('checkNumber')}</SubmitButton>
          </ActForm>
        </Panel>
        <Panel title={t('byCode')}>
          <Scanner />
        </Panel>
      </div>
      <Panel title={t('byFile')}>
        <DropZone maxMegabytes={maxMegabytes}>
          <ActForm files>
            <div className={styles.either}>
              <FileField
                name="file"
                label={t('fileLabel')}
                hint={t('fileHint')}
                accept={accepted}
                maxMegabytes={maxMegabytes}
              />
              <Field name="document" label={t('pasteLabel')} hint={t('pasteHint')} lines={4} />
            </div>
            <SubmitButton>{t('checkFile')}</SubmitButton>
          </ActForm>
        </DropZone>
      </Panel>
      <Disclosure label={t('whatIsChecked')}>{t('whatIsCheckedText')}</Disclosure>
      {!result && (
        <Disclosure label={t('answers')}>
          <dl className={styles.answers}>
            {verdicts.map((verdict) => (
              <div key={verdict}>
                <dt>{t(`verdict-${verdict}`)}</dt>
                <dd>{t(`advice-${verdict}`)}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      )}
    </Page>
  );
}
