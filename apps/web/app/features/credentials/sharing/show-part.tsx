import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Api } from '../../../api.ts';
import { CopyField } from '../../../parts/copy-field.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { useText } from '../../../text/use-text.ts';
import { isInForce } from '../in-force.ts';
import { messages } from '../messages.ts';
import { linkedInAddress } from './linkedin.ts';
import styles from './show-part.module.css';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

interface ShowProps {
  credential: Credential;
  openLinks: number;
  /** Nothing else comes first. */
  isMain: boolean;
}

/** Showing it to somebody: by a link that can be ended, by e-mail, on a profile, by its public page. */
export const ShowPart = (props: ShowProps) =>
  isInForce(props.credential.state) ? <Ways {...props} /> : <NotInForce {...props} />;

const Ways = ({ credential, openLinks, isMain }: ShowProps) => {
  const t = useText(messages);
  const { id, number, holderName, title, organizationName, verifyUrl } = credential;
  return (
    <section aria-labelledby="show">
      <h2 id="show">{t('show')}</h2>
      <div className={styles.ways} data-wide>
        <div>
          <LinkButton to={`/me/credentials/${id}/share`} weight={isMain ? 'main' : 'other'}>
            {t('shareLinks')}
          </LinkButton>
          <p className={styles.hint}>{t('shareLinksHint', { count: openLinks })}</p>
        </div>
        <div>
          <LinkButton to={`/me/credentials/${id}/send`} weight="other">
            {t('sendIt')}
          </LinkButton>
          <p className={styles.hint}>{t('sendItHint')}</p>
        </div>
        <div>
          <Button
            component="a"
            variant="default"
            href={linkedInAddress(credential)}
            target="_blank"
            rel="noopener noreferrer"
          >
            {t('linkedIn')}
          </Button>
          <p className={styles.hint}>{t('linkedInHint')}</p>
        </div>
      </div>
      <CopyField label={t('verifyLink')} value={verifyUrl} />
      <p>
        {t('numberHint')} <Link to={`/c/${number}`}>{t('verifyPage')}</Link>
      </p>
      <Disclosure label={t('shareTextMore')}>
        <CopyField
          label={t('shareText')}
          value={t('share', { name: holderName, title, organization: organizationName, url: verifyUrl })}
        />
      </Disclosure>
    </section>
  );
};

const NotInForce = ({ credential: { id, number }, openLinks }: ShowProps) => {
  const t = useText(messages);
  return (
    <section aria-labelledby="show">
      <h2 id="show">{t('othersSee')}</h2>
      <p>
        {t('notToShow')} <Link to={`/c/${number}`}>{t('verifyPage')}</Link>
      </p>
      {openLinks > 0 && (
        <p>
          {t('openLinksHint', { count: openLinks })} <Link to={`/me/credentials/${id}/share`}>{t('openLinks')}</Link>
        </p>
      )}
    </section>
  );
};
