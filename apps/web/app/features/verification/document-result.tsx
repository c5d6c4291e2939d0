import { Facts } from '../../parts/facts.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { CheckList } from './check-list.tsx';
import type { Handed } from './credential.ts';
import { messages } from './messages.ts';
import { StatusBand } from './status-band.tsx';
import { Verdict } from './verdict.tsx';
import styles from './verification.module.css';

const pictures: ReadonlySet<Handed['carrier']> = new Set(['png', 'svg']);

/** What came out of checking: the verdict in words, then what it says, then each check. */
export const DocumentResult = ({ result }: { result: Handed }) => {
  const t = useText(messages);
  const { claims, credential, carrier, checkedAt } = result;
  // The verdict has said it.
  const isPlainlyActive = result.inForce && credential?.state === 'active';
  // How the credential stands says nothing of this copy.
  const former = result.verdict === 'superseded';
  return (
    <Panel title={t('result')}>
      <Verdict verdict={result.verdict} issuerKnown={result.issuerKnown} />
      {credential && former && <LinkButton to={`/c/${credential.number}`}>{t('toPageToday')}</LinkButton>}
      {credential && !former && !isPlainlyActive && (
        <div className={styles.standing}>
          <StatusBand state={credential.state} since={credential.since} inForce={result.inForce} />
        </div>
      )}
      <div className={styles.either}>
        <div>
          {carrier === 'pdf' && <p>{t('pdfNote')}</p>}
          {pictures.has(carrier) && <p>{t('pictureNote')}</p>}
          <h3>{t('claims')}</h3>
          <Facts
            facts={[
              { label: t('claimHolder'), value: claims.holderName },
              { label: t('claimTitle'), value: claims.title },
              { label: t('claimIssuer'), value: claims.issuer },
              ...(claims.validFrom === undefined
                ? []
                : [{ label: t('validFrom'), value: <Time at={claims.validFrom} show="day" zone="UTC" /> }]),
              ...(claims.validUntil === undefined
                ? []
                : [{ label: t('validUntil'), value: <Time at={claims.validUntil} show="day" zone="UTC" /> }]),
              ...(credential ? [{ label: t('number'), value: <code>{credential.number}</code> }] : []),
            ]}
          />
          {credential && !former && (
            <LinkButton to={`/c/${credential.number}`} weight="other">
              {t('toPage')}
            </LinkButton>
          )}
        </div>
        <div>
          <h3>{t('checks')}</h3>
          <p className={styles.caption}>{t.rich('checkedAt', { time: <Time at={checkedAt} /> })}</p>
          <CheckList checks={result.checks} />
        </div>
      </div>
    </Panel>
  );
};
