import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/renewal-page';
import { CountRules } from './count-rules.tsx';
import { EntryTable } from './entry-table.tsx';
import { loadRenewal, renewPath } from './load-renewal.ts';
import { messages } from './messages.ts';
import { HoursProgress } from './progress.tsx';
import { WhatHolds } from './what-holds.tsx';

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api, request }) => {
  const logged = url.searchParams.get('logged');
  return {
    ...(await loadRenewal(api, params.credentialId, request.id)),
    logged: logged === 'counts' || logged === 'countsNot' ? (logged as 'counts' | 'countsNot') : undefined,
  };
});

export default function RenewalPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, number, title, candidacy, program, renewal, latest, logged } = loaderData;
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
  const maySubmit = renewal.state === 'open' && standing.next.some(({ kind }) => kind === 'submit-renewal');
  const mustPay = standing.next.some(({ kind }) => kind === 'pay-fee');
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
      {logged && <p role="status">{t(logged)}</p>}
      <HoursProgress renewal={renewal} />
      <WhatHolds standing={standing} renewal={renewal} />
      {renewal.state !== 'closed' && (
        <ButtonRow>
          {maySubmit && <LinkButton to={renewPath(credentialId, '/submit')}>{t('submit')}</LinkButton>}
          {mustPay && <LinkButton to={`/me/candidacies/${candidacy.id}/fees`}>{t('toFees')}</LinkButton>}
          <LinkButton to={renewPath(credentialId, '/log')} weight={maySubmit || mustPay ? 'other' : 'main'}>
            {t('log')}
          </LinkButton>
        </ButtonRow>
      )}
      <EntryTable renewal={renewal} cycleStart={standing.credential?.validFrom} />
      <CountRules program={program} />
    </Page>
  );
}
