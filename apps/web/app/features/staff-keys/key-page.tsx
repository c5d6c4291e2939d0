import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/key-page';
import { placeOf } from './key-facts.tsx';
import { answers, asks } from './key-list.ts';
import { messages } from './messages.ts';
import { CompromiseNote } from './pending-note.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base, personId } = place;
  const { keyId } = args.params;
  const [incident, { reissues }] = await Promise.all([
    inside.api.issuers.getKeyIncident({ organization, keyId }),
    inside.api.credentialing.listReissues({ organization }),
  ]);
  const reissue = reissues.find((run) => run.keyId === keyId);
  return { ...incident, reissue, base, path: `${base}/keys`, personId, asks: asks(place), answers: answers(place) };
});

type Report = Route.ComponentProps['loaderData']['reports'][number];

const ReportText = ({ report: { reason, decidedBy, decidedAt, confirmed } }: { report: Report }) => {
  const t = useText(messages);
  if (decidedBy === undefined || decidedAt === undefined) return t('reportOpen', { reason });
  const date = <Time key="at" at={decidedAt} show="day" />;
  return t.rich(confirmed ? 'reportConfirmed' : 'reportTurnedDown', { reason, second: decidedBy, date });
};

export default function KeyPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { key, reports, signsNow, reissue, base, path, personId, asks: mayAsk, answers: mayAnswer } = loaderData;
  const { id, fingerprint, state, algorithm, createdAt, activatesAt, retiredAt, compromisedAt } = key;
  const timeFact = (label: string, at: string | undefined) =>
    at === undefined ? [] : [{ label, value: <Time at={at} /> }];
  return (
    <Page
      title={t('keyTitle', { fingerprint })}
      lead={t(`means.${state}`)}
      back={<BackLink to={path}>{t('back')}</BackLink>}
    >
      {key.compromiseRequest && (
        <CompromiseNote
          request={key.compromiseRequest}
          fingerprint={fingerprint}
          viewerId={personId}
          decideAt={mayAnswer ? `${path}/${id}/withdrawal` : undefined}
        />
      )}
      <Facts
        facts={[
          { label: t('status'), value: <Status of="key" is={state} /> },
          ...timeFact(t('compromisedSince'), compromisedAt),
          ...timeFact(t('made'), createdAt),
          ...timeFact(t('signsFrom'), activatesAt),
          ...timeFact(t('signsUntil'), retiredAt),
          { label: t('algorithm'), value: algorithm },
          { label: t('place'), value: placeOf(t, key) },
        ]}
      />
      {state === 'compromised' && signsNow && <p>{t('signsInstead', { fingerprint: signsNow.fingerprint })}</p>}
      {reissue && reissue.total > 0 && (
        <p>
          {t('reissued', { done: reissue.done, total: reissue.total, failed: reissue.failed })}{' '}
          {reissue.trouble !== undefined && t('reissueWaits', { trouble: reissue.trouble })}{' '}
          <Link to={`${base}/reissues/${reissue.id}`}>{t('openReissue')}</Link>
        </p>
      )}
      <CopyField label={t('publicKey')} value={key.publicKeyMultibase} />
      <p>{t('fingerprintHow')}</p>
      {mayAsk && state !== 'compromised' && !key.compromiseRequest && (
        <ButtonRow>
          <LinkButton to={`${path}/${id}/compromise`} weight="other">
            {t('report')}
          </LinkButton>
        </ButtonRow>
      )}
      {reports.length > 0 && (
        <>
          <h2>{t('reports')}</h2>
          <History
            entries={reports.map((report) => ({
              id: report.requestedAt,
              at: report.requestedAt,
              who: report.requestedBy,
              what: <ReportText report={report} />,
            }))}
          />
        </>
      )}
    </Page>
  );
}
