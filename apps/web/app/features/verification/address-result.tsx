import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './verification.module.css';

/** An address that a code or a text held. The reader sees whole where it leads before going there. */
export const AddressResult = ({ address }: { address: string }) => {
  const t = useText(messages);
  const isSecure = address.startsWith('https://');
  return (
    <Panel title={t('anotherAddress')}>
      <p role="status">{t('anotherAddressText')}</p>
      <p className={styles.address}>
        {isSecure ? (
          <a href={address} rel="noreferrer nofollow external">
            {address}
          </a>
        ) : (
          <code>{address}</code>
        )}
      </p>
    </Panel>
  );
};
