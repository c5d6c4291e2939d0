import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import { Time } from '../../parts/time.tsx';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/credential-page';
import { CheckList } from './check-list.tsx';
import { CredentialCard } from './credential-card.tsx';
import { meaningOf } from './employer-words.ts';
import { messages } from './messages.ts';
import { QrCode } from './qr-code.tsx';
import { qrPathOf } from './qr-path.ts';
import { linkedDataMeta, metaOf, shareOf } from './share.ts';
import styles from './verification.module.css';

export const loader = load(async ({ params, request }: Route.LoaderArgs, { api }) => {
  const { number } = params;
  const [verified, { schemaOrg }] = await Promise.all([
    api.registry.verifyByNumber({ number }),
    api.registry.getCredentialLinkedData({ number }),
  ]);
  return {
    ...verified,
    code: qrPathOf(verified.credential.address),
    share: shareOf(verified, localeOf(request)),
    schemaOrg,
  };
});

export const headers = () => ({ 'cache-control': 'no-store' });

export const meta: Route.MetaFunction = ({ loaderData }) =>
  loaderData ? [...metaOf(loaderData.share), linkedDataMeta(loaderData.schemaOrg)] : [];

export default function CredentialPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const demonstration = useDemonstration();
  const { credential, checks, checkedAt, inForce, code } = loaderData;
  const { number, organizationName } = credential;
  const page = `/c/${number}`;
  return (
    <Page title={t('title', { name: credential.holderName, credential: credential.title })} heard>
      {credential.demonstration && !demonstration && <Notice kind="demonstration" />}
      <div className={styles.layout} data-wide>
        <CredentialCard credential={credential} inForce={inForce} />
        <div className={styles.means}>
          <h2>{t('means')}</h2>
          <p>
            {t.rich(meaningOf(credential.state, inForce), {
              name: credential.holderName,
              organization: organizationName,
              until: <Time at={credential.validUntil} show="day" zone="UTC" />,
            })}
            {credential.replacedBy && (
              <>
                {' '}
                {t.rich('replacedBy', {
                  number: credential.replacedBy,
                  link: (words) => <Link to={`/c/${credential.replacedBy}`}>{words}</Link>,
                })}
              </>
            )}
          </p>
        </div>
        <div className={styles.side}>
          <Panel title={t('checks')}>
            <p className={styles.caption}>{t.rich('checkedAt', { time: <Time at={checkedAt} /> })}</p>
            <CheckList checks={checks} />
            <LinkButton to={page} weight="other">
              {t('again')}
            </LinkButton>
          </Panel>
          <div className={styles.sheet} data-print-only>
            <QrCode code={code} />
            <p>
              {t('sheet')}
              <br />
              <strong>{credential.address}</strong>
              <br />
              {t.rich('checkedAt', { time: <Time at={checkedAt} /> })}
            </p>
          </div>
        </div>
        <div className={styles.rest}>
          <h2>{t('scope')}</h2>
          <p>{credential.scope}</p>
          <h2>{t('earned')}</h2>
          <p>{credential.meaning}</p>
          <p data-screen-only>
            <Link to={`/programs/${credential.programId}`}>{t('program')}</Link>
          </p>
          <Facts
            facts={[
              { label: t('number'), value: <code>{number}</code> },
              { label: t('edition'), value: credential.edition },
              ...credential.track.map(({ axis, option }) => ({ label: axis, value: option })),
              { label: t('validFrom'), value: <Time at={credential.validFrom} show="day" zone="UTC" /> },
              { label: t('validUntil'), value: <Time at={credential.validUntil} show="day" zone="UTC" /> },
            ]}
          />
          <h2>{t('history')}</h2>
          <History
            zone="UTC"
            entries={credential.history.map((entry, at) => ({
              id: `${entry.at}-${at}`,
              at: entry.at,
              what: entry.what,
            }))}
          />
          <p className={styles.caption} data-screen-only>
            {t(credential.listed ? 'nameListed' : 'nameByNumber')}
          </p>
          <div data-screen-only>
            <p>
              <a href={`${page}/credential.json`} download>
                {t('download')}
              </a>
              <span className={styles.hint}>
                {t.rich('downloadHint', { link: (words) => <Link to="/verify">{words}</Link> })}
              </span>
            </p>
            <PrintButton>{t('print')}</PrintButton>
          </div>
        </div>
      </div>
    </Page>
  );
}
