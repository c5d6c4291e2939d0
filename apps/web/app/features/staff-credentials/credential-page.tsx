import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/credential-page';
import { credentialHead, isInForce, readsInFull } from './credential.ts';
import { MarkUse } from './mark-use.tsx';
import { messages } from './messages.ts';
import { PendingNote } from './pending-note.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { credentialId } = args.params;
  const head = await credentialHead(inside.api, place, credentialId, inside.request.id);
  const full = readsInFull(place) ? await inside.api.credentialing.getCredential({ credentialId }) : undefined;
  return {
    base: place.base,
    head,
    full,
    manages: holds(place, 'program-manager'),
    revokes: holds(place, 'program-manager', 'administrator'),
  };
});

export default function CredentialPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { base, head, full, manages, revokes } = loaderData;
  const { number, holderName, state, validUntil, revocationPending } = head;
  const path = `${base}/credentials/${head.id}`;
  const inForce = isInForce(state);
  return (
    <Page
      title={holderName}
      lead={full ? t('credentialLead', { title: full.title, edition: full.edition, number }) : number}
      back={<BackLink to={`${base}/credentials`}>{t('back')}</BackLink>}
    >
      <Facts
        facts={[
          { label: t('status'), value: <Status of="credential" is={state} /> },
          ...(full
            ? [
                { label: t('since'), value: <Time at={full.since} show="day" /> },
                { label: t('from'), value: <Time at={full.validFrom} show="day" /> },
              ]
            : []),
          { label: t('until'), value: <Time at={validUntil} show="day" /> },
          ...(full ? [{ label: t('cycle'), value: full.cycle }] : []),
          ...(full?.mark ? [{ label: full.mark.title, value: <MarkUse agreement={full.mark.agreement} /> }] : []),
          { label: t('publicPage'), value: <Link to={`/c/${number}`}>{t('openPublic')}</Link> },
          ...(full
            ? [
                {
                  label: t('candidacy'),
                  value: <Link to={`${base}/candidacies/${full.candidacyId}`}>{t('openCandidacy')}</Link>,
                },
              ]
            : []),
        ]}
      />
      {revocationPending && (
        <PendingNote request={head.request} decideAt={revokes ? `${path}/revocation` : undefined} />
      )}
      {(manages || revokes) && (
        <ButtonRow>
          {manages && inForce && (
            <LinkButton to={`${path}/suspend`} weight="other">
              {t('suspend')}
            </LinkButton>
          )}
          {manages && state === 'suspended' && (
            <LinkButton to={`${path}/reinstate`} weight="other">
              {t('reinstate')}
            </LinkButton>
          )}
          {revokes && !revocationPending && (inForce || state === 'suspended') && (
            <LinkButton to={`${path}/revoke`} weight="other">
              {t('revoke')}
            </LinkButton>
          )}
        </ButtonRow>
      )}
      {full && (
        <>
          <h2>{t('papers')}</h2>
          <ul>
            <li>
              <a href={`${path}/certificate.pdf`}>{t('certificate')}</a>
            </li>
            <li>
              <a href={`${path}/document`}>{t('document')}</a>
            </li>
            <li>
              <Link to={`${path}/evidence`}>{t('evidence')}</Link>
            </li>
          </ul>
          <h2>{t('history')}</h2>
          <History
            entries={full.history.map(({ at, what, reason }, index) => ({
              id: `${at} ${index}`,
              at,
              who: full.organizationName,
              what: reason === undefined ? what : t('historyReason', { what, reason }),
            }))}
          />
        </>
      )}
    </Page>
  );
}
