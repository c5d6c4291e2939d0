import { redirect } from 'react-router';
import { ActForm } from '../../forms/act-form.tsx';
import { once } from '../../forms/idempotency.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/reissue-page';
import { messages } from './messages.ts';
import { RunNote } from './run-note.tsx';
import { useWatch } from './use-watch.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const { reissueId } = args.params;
  const run = await inside.api.credentialing.getReissue({ organization, reissueId });
  return { base, run, acts: holds(place, 'administrator') };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { reissueId } = args.params;
  const form = await args.request.formData();
  const { credentialing } = inside.api;
  try {
    if (form.get('act') === 'stop') {
      await credentialing.stopReissue({ organization, reissueId }, once(form));
    } else {
      const { keyId } = await credentialing.getReissue({ organization, reissueId });
      await credentialing.startReissue({ organization, keyId }, once(form));
    }
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(`${base}/reissues/${reissueId}`);
});

type Run = Route.ComponentProps['loaderData']['run'];

const RunActs = ({ run }: { run: Run }) => {
  const t = useText(messages);
  const goesOn = run.state === 'stopped' || (run.state === 'done' && run.failed > 0);
  if (run.state !== 'running' && !goesOn) return null;
  return (
    <ActForm>
      {run.state === 'running' ? (
        <>
          <p>{t('stopDetail')}</p>
          <SubmitButton name="act" value="stop" weight="other">
            {t('stop')}
          </SubmitButton>
        </>
      ) : (
        <SubmitButton name="act" value="start">
          {t('goOn')}
        </SubmitButton>
      )}
    </ActForm>
  );
};

export default function ReissuePage({ loaderData: { base, run, acts }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  useWatch(run.state === 'running');
  const timeFact = (label: string, at: string | undefined) =>
    at === undefined ? [] : [{ label, value: <Time at={at} /> }];
  return (
    <Page
      title={t('runTitle')}
      lead={t('runLead')}
      back={<BackLink to={`${base}/reissues`}>{t('backToRuns')}</BackLink>}
      problem={actionData}
    >
      <RunNote run={run} />
      <Facts
        facts={[
          { label: t('withdrawn'), value: t('progressOf', { done: run.withdrawn, total: run.total }) },
          { label: t('certificates'), value: t('progressOf', { done: run.done, total: run.total }) },
          ...(run.failed > 0 ? [{ label: t('failed'), value: run.failed }] : []),
          ...timeFact(t('keyWithdrawn'), run.keyWithdrawnAt),
          { label: t('begunBy'), value: run.requestedBy ?? t('byItself') },
          ...timeFact(t('begun'), run.requestedAt),
          ...timeFact(t('finished'), run.finishedAt),
        ]}
      />
      <CopyField label={t('withKey')} value={run.publicKeyMultibase} />
      {run.failures.length > 0 && (
        <>
          <h2>{t('failures')}</h2>
          <p>{t('failuresDetail')}</p>
          <DataTable
            caption={t('failures')}
            rows={run.failures}
            keyOf={({ credentialId }) => credentialId}
            linkOf={({ credentialId }) => `${base}/credentials/${credentialId}`}
            empty={null}
            columns={[
              { id: 'number', header: t('number'), cell: (row) => <code>{row.number}</code> },
              { id: 'failure', header: t('failure'), line: 3, speaksForItself: true, cell: (row) => row.failure },
            ]}
          />
        </>
      )}
      {acts ? <RunActs run={run} /> : run.state !== 'done' && <p>{t('notAllowed')}</p>}
    </Page>
  );
}
