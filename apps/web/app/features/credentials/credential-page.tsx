import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/credential-page';
import { CredentialCard } from './credential-card.tsx';
import { isInForce } from './in-force.ts';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const credential = await api.credentialing.getCredential({ credentialId });
  const { standing } = await api.candidacies.getCandidacy({ candidacyId: credential.candidacyId });
  return { credential, latest: standing.credential?.credentialId, renewal: standing.renewal };
});

export default function CredentialPage({ loaderData: { credential, latest, renewal } }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { id, title, number, holderName, postnominal, mark, organizationName, verifyUrl, history, candidacyId } =
    credential;
  const isLatest = latest === id;
  const mayRenew = isLatest && renewal !== undefined && renewal.state !== 'closed';
  const holds = isInForce(credential.state);
  return (
    <Page
      title={title}
      lead={organizationName}
      back={<BackLink to="/me/credentials">{t('toList')}</BackLink>}
      aside={
        <>
          <Panel title={t('take')}>
            <p>
              <a href={`/me/credentials/${id}/certificate.pdf`}>{t('certificatePdf')}</a>
            </p>
            {credential.hasCard && (
              <p>
                <a href={`/me/credentials/${id}/card.pdf`}>{t('cardPdf')}</a>
                <br />
                {t('cardHint')}
              </p>
            )}
            <p>
              <a href={`/me/credentials/${id}/credential.json`}>{t('document')}</a>
              <br />
              {t('documentHint')}
            </p>
          </Panel>
          <Panel title={t(mayRenew ? 'keep' : 'more')}>
            {!isLatest && latest !== undefined && (
              <p>
                <Link to={`/me/credentials/${latest}`}>{t('newer')}</Link>
              </p>
            )}
            {mayRenew && (
              <>
                <p>
                  {t.rich('keepUntil', { date: <Time key="grace" at={renewal.graceUntil} zone="UTC" show="day" /> })}
                </p>
                <LinkButton to={`/me/credentials/${id}/renew`} weight="other">
                  {t('renew')}
                </LinkButton>
              </>
            )}
            <p style={{ marginBlockStart: 12 }}>
              <Link to={`/me/candidacies/${candidacyId}/listing`}>{t('register')}</Link>
            </p>
            <p>
              <Link to={`/me/candidacies/${candidacyId}`}>{t('application')}</Link>
            </p>
            {credential.surrenderable && (
              <Link to={`/me/credentials/${id}/surrender`}>
                {t(credential.retirement ? 'surrender' : 'surrenderOnly')}
              </Link>
            )}
          </Panel>
        </>
      }
    >
      {credential.demonstration && !isMarked && <Notice kind="demonstration" />}
      <CredentialCard credential={credential} />
      <h2>{t('show')}</h2>
      <CopyField label={t('verifyLink')} value={verifyUrl} />
      {holds ? (
        <CopyField
          label={t('shareText')}
          value={t('share', { name: holderName, title, organization: organizationName, url: verifyUrl })}
        />
      ) : (
        <p>{t('notToShow')}</p>
      )}
      <p>
        <Link to={`/c/${number}`}>{t('verifyPage')}</Link>. {t('numberHint')}
      </p>
      <Facts
        facts={[
          { label: t('number'), value: <code>{number}</code> },
          { label: t('body'), value: organizationName },
          { label: t('edition'), value: credential.edition },
          { label: t('cycle'), value: t('cycleOf', { cycle: credential.cycle, renewal: credential.cycle - 1 }) },
        ]}
      />
      {postnominal !== undefined && (
        <>
          <h2>{t('letters')}</h2>
          <p>{t(holds ? 'lettersUse' : 'lettersNot', { letters: postnominal })}</p>
        </>
      )}
      {mark && (
        <>
          <h2>{mark.title}</h2>
          <p>{mark.text}</p>
        </>
      )}
      <h2>{t('history')}</h2>
      <History
        entries={history.map(({ at, what, reason }, index) => ({
          id: `${at}-${index}`,
          at,
          who: organizationName,
          what: reason === undefined ? what : t('reason', { what, reason }),
        }))}
      />
    </Page>
  );
}
