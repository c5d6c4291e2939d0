import { Link } from 'react-router';
import type { Api } from '../../../api.ts';
import { CopyField } from '../../../parts/copy-field.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import { messages } from '../messages.ts';
import { linkedInAddress } from './linkedin.ts';
import styles from './show-part.module.css';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

/** Showing it to somebody: by its public page, by a link that can be ended, on a profile. */
export const ShowPart = ({ credential, openLinks }: { credential: Credential; openLinks: number }) => {
  const t = useText(messages);
  const { id, number, holderName, title, organizationName, verifyUrl, state } = credential;
  const holds = isInForce(state);
  return (
    <section aria-labelledby="show">
      <h2 id="show">{t('show')}</h2>
      <CopyField label={t('verifyLink')} value={verifyUrl} />
      <p>
        <Link to={`/c/${number}`}>{t('verifyPage')}</Link>. {t('numberHint')}
      </p>
      {holds ? (
        <CopyField
          label={t('shareText')}
          value={t('share', { name: holderName, title, organization: organizationName, url: verifyUrl })}
        />
      ) : (
        <p>{t('notToShow')}</p>
      )}
      <div className={styles.ways}>
        {(holds || openLinks > 0) && (
          <div>
            <LinkButton to={`/me/credentials/${id}/share`} weight="other">
              {t('shareLinks')}
            </LinkButton>
            <p className={styles.hint}>{t('shareLinksHint', { count: openLinks })}</p>
          </div>
        )}
        {holds && (
          <div>
            <LinkButton to={`/me/credentials/${id}/send`} weight="other">
              {t('sendIt')}
            </LinkButton>
            <p className={styles.hint}>{t('sendItHint')}</p>
          </div>
        )}
        {holds && (
          <div>
            <a href={linkedInAddress(credential)} target="_blank" rel="noopener noreferrer">
              {t('linkedIn')}
            </a>
            <p className={styles.hint}>{t('linkedInHint')}</p>
          </div>
        )}
      </div>
    </section>
  );
};
