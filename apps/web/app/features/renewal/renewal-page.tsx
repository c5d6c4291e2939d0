import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Status } from '../../parts/status.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/renewal-page';
import { CountRules } from './count-rules.tsx';
import { EntryTable } from './entry-table.tsx';
import { ExamWay } from './exam-way.tsx';
import { loadRenewal, mayChooseRoute, type RenewalData, renewPath, unitOf } from './load-renewal.ts';
import { messages } from './messages.ts';
import { HoursProgress } from './progress.tsx';
import { WhatHolds } from './what-holds.tsx';

const sentWords = ['counts', 'countsNot', 'drawn', 'notDrawn'] as const;

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api, request }) => ({
  ...(await loadRenewal(api, params.credentialId, request.id)),
  sent: sentWords.find((word) => word === url.searchParams.get('did')),
}));

export default function RenewalPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, number, title, candidacy, program, renewal, route, latest, sent } = loaderData;
  const { standing } = candidacy;
  const back = <BackLink to={`/me/credentials/${credentialId}`}>{t('toCredential')}</BackLink>;
  if (latest !== credentialId) {
    return (
      <Page title={t('title')} back={back}>
        <EmptyState title={t('notLatest')}>
          <LinkButton to={renewPath(latest)}>{t('toLatest')}</LinkButton>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {title}, {number} {standing.credential && <Status of="credential" is={standing.credential.status} />}
        </>
      }
      back={back}
    >
      {sent && <p role="status">{t(sent)}</p>}
      {renewal.routes.length > 1 && <Way {...loaderData} />}
      {route?.kind === 'education' && <HoursProgress renewal={renewal} unit={unitOf(route)} />}
      <WhatHolds standing={standing} renewal={renewal} program={program} />
      {route?.kind === 'assessment' && <ExamWay {...loaderData} />}
      {renewal.state !== 'closed' && route !== undefined && <Acts {...loaderData} />}
      {route?.kind === 'education' && (
        <EntryTable renewal={renewal} route={route} cycleStart={standing.credential?.validFrom} />
      )}
      {route !== undefined && <CountRules route={route} description={program.renewal.description} />}
    </Page>
  );
}

/** The way that is taken, or the choice that comes first. */
const Way = (data: RenewalData) => {
  const t = useText(messages);
  const { credentialId, program, route } = data;
  const to = renewPath(credentialId, '/way');
  if (route === undefined) {
    return (
      <Panel title={t('wayTitle')}>
        <ul>
          {program.renewal.routes.map(({ id, title, description }) => (
            <li key={id}>
              <strong>{title}</strong>: {description}
            </li>
          ))}
        </ul>
        <LinkButton to={to}>{t('chooseYourWay')}</LinkButton>
      </Panel>
    );
  }
  return (
    <p>
      {t('wayTaken', { title: route.title })}{' '}
      {mayChooseRoute(data) && (
        <LinkButton to={to} weight="other">
          {t('changeWay')}
        </LinkButton>
      )}
    </p>
  );
};

const Acts = ({ credentialId, candidacy, program, route }: RenewalData) => {
  const t = useText(messages);
  const { next, renewal } = candidacy.standing;
  const maySubmit = renewal?.state === 'open' && next.some(({ kind }) => kind === 'submit-renewal');
  const feesOfRenewal = program.fees.filter(({ kind }) => kind === 'renewal' || kind === 'reinstatement');
  const mustPay = next.some(
    ({ kind, subject }) => kind === 'pay-fee' && feesOfRenewal.some(({ id }) => id === subject),
  );
  const mayLog = route?.kind === 'education';
  if (!maySubmit && !mustPay && !mayLog) return null;
  return (
    <ButtonRow>
      {maySubmit && <LinkButton to={renewPath(credentialId, '/submit')}>{t('submit')}</LinkButton>}
      {mustPay && <LinkButton to={`/me/candidacies/${candidacy.id}/fees`}>{t('toFees')}</LinkButton>}
      {mayLog && (
        <LinkButton to={renewPath(credentialId, '/log')} weight={maySubmit || mustPay ? 'other' : 'main'}>
          {t('log', { unit: unitOf(route) })}
        </LinkButton>
      )}
    </ButtonRow>
  );
};
