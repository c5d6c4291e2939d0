import { Button } from '@mantine/core';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import styles from './wallet.module.css';

interface Offer {
  readonly offerUri: string;
  readonly qrCode: string;
  readonly transactionCode: string;
  readonly expiresAt: string;
}

/** In two groups to be read, digit by digit to be heard. */
const Digits = ({ code }: { code: string }) => (
  <strong className={styles.digits}>
    <span aria-hidden="true">{`${code.slice(0, 3)} ${code.slice(3)}`}</span>
    <span className="t-hidden">{[...code].join(' ')}</span>
  </strong>
);

/** The code for a wallet, once: to scan where there is room, to open on the phone itself. */
export const OfferPart = ({ offer }: { offer: Offer }) => {
  const t = useText(messages);
  return (
    <div className={styles.offer} data-wide>
      <section aria-labelledby="wallet-scan">
        <h2 id="wallet-scan" className={styles.heading}>
          {t('scan')}
        </h2>
        <img className={styles.code} src={offer.qrCode} alt={t('qrAlt')} width={320} height={320} />
        <p className={styles.hint}>{t('scanHint')}</p>
      </section>
      <div className={styles.rest}>
        <section aria-labelledby="wallet-open">
          <h2 id="wallet-open" className={styles.heading}>
            {t('openHere')}
          </h2>
          <Button component="a" href={offer.offerUri}>
            {t('openButton')}
          </Button>
          <p className={styles.hint}>{t('openHint')}</p>
        </section>
        <section aria-labelledby="wallet-type">
          <h2 id="wallet-type" className={styles.heading}>
            {t('type')}
          </h2>
          <Digits code={offer.transactionCode} />
          <p className={styles.hint}>{t('typeHint')}</p>
          <p>{t.rich('until', { time: <Time key="until" at={offer.expiresAt} show="time" /> })}</p>
        </section>
      </div>
    </div>
  );
};
