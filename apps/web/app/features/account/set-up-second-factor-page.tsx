import QRCode from 'qrcode';
import { data, redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { type FormProblem, refusedForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/set-up-second-factor-page';
import styles from './account.module.css';
import { messages } from './messages.ts';

/** What the app is told, shown once; kept in the form so that a mistyped code does not lose it. */
interface Setup {
  readonly secret: string;
  readonly path: string;
  readonly size: number;
  readonly backupCodes: readonly string[];
}

const drawCode = (uri: string): Pick<Setup, 'path' | 'size'> => {
  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { path, size: modules.size };
};

export const action = act(async ({ request }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const kept = form.get('setup');
  if (typeof kept !== 'string') {
    try {
      const { uri, secret, backupCodes } = await api.identity.beginTotp({
        password: String(form.get('password') ?? ''),
      });
      return data<{ setup: Setup; problem?: FormProblem }>({ setup: { secret, backupCodes, ...drawCode(uri) } });
    } catch (error) {
      return refusedForm(form, error, () => 'password', 'password');
    }
  }
  try {
    await api.identity.confirmTotp({ code: String(form.get('code') ?? '').trim() });
  } catch (error) {
    const problem = apiProblemOf(error);
    if (!problem || problem.status >= 500) throw error;
    return data<{ setup: Setup; problem?: FormProblem }>({
      setup: JSON.parse(kept) as Setup,
      problem: { errors: [{ name: 'code', message: problem.message }], values: {} },
    });
  }
  throw redirect('/me/account');
});

export default function SetUpSecondFactorPage({ actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const setup = actionData && 'setup' in actionData ? actionData.setup : undefined;
  const refused = actionData && 'errors' in actionData ? actionData : undefined;
  const problem = actionData && 'setup' in actionData ? actionData.problem : refused;
  return (
    <Page
      title={t('setUpTitle')}
      lead={t('setUpLead')}
      back={<BackLink to="/me/account">{t('toAccount')}</BackLink>}
      problem={problem}
    >
      {setup ? (
        <>
          <h2>{t('scan')}</h2>
          <svg className={styles.qr} viewBox={`0 0 ${setup.size} ${setup.size}`} role="img" aria-label={t('qrLabel')}>
            <path d={setup.path} fill="currentColor" />
          </svg>
          <p>{t('orType')}</p>
          <CopyField label={t('secret')} value={setup.secret} />
          <h2>{t('backup')}</h2>
          <p>{t('backupLead')}</p>
          <ul className={styles.codes}>
            {setup.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <h2>{t('firstCode')}</h2>
          <ActForm>
            <input type="hidden" name="setup" value={JSON.stringify(setup)} />
            <Field name="code" label={t('code')} width="short" autoComplete="one-time-code" />
            <SubmitButton>{t('switchOn')}</SubmitButton>
          </ActForm>
        </>
      ) : (
        <ActForm>
          <Field
            name="password"
            kind="password"
            label={t('confirmIdentity')}
            autoComplete="current-password"
            width="medium"
          />
          <SubmitButton>{t('begin')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
