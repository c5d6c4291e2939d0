import { Link } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { formatInstant } from '../../../parts/format-time.ts';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useText } from '../../../text/use-text.ts';
import type { Entry } from '../delivery/entry.ts';
import type { Seal } from '../delivery/port.ts';
import bars from './bars.module.css';
import { messages } from './messages.ts';
import styles from './screen.module.css';
import { ScreenPage } from './screen.tsx';

interface SealedProps {
  seal: Seal;
  mark: string;
  /** What is on this device and came too late. */
  late?: readonly Entry[];
  itemIds?: readonly string[];
}

/** The end: what is kept, and what comes next. */
export const Sealed = ({ seal, mark, late = [], itemIds = [] }: SealedProps) => {
  const t = useText(messages);
  const { locale, zone } = useDocument();
  const time = formatInstant(seal.sealedAt, { locale, zone, show: 'time' });
  if (seal.status === 'canceled') {
    return (
      <ScreenPage title={t('canceledTitle')} mark={mark}>
        <p>{t('canceledDetail')}</p>
        <Home />
      </ScreenPage>
    );
  }
  return (
    <ScreenPage title={t(seal.status === 'sealed-at-time' ? 'sealedAtTimeTitle' : 'sealedTitle', { time })} mark={mark}>
      <p>{t('nothingChanges')}</p>
      <p>{t('sealedKept', { answered: seal.answered, items: seal.items })}</p>
      <Late late={late} itemIds={itemIds} list={new Intl.ListFormat(intlLocaleOf(locale))} />
      <h2>{t('whatNext')}</h2>
      <p>{t('whatNextDetail')}</p>
      <Home />
    </ScreenPage>
  );
};

const Late = ({
  late,
  itemIds,
  list,
}: {
  late: readonly Entry[];
  itemIds: readonly string[];
  list: Intl.ListFormat;
}) => {
  const t = useText(messages);
  const lost = [...new Set(late.filter(({ kind }) => kind === 'response').map(({ itemId }) => itemId))];
  if (lost.length === 0) return null;
  const numbers = lost.map((itemId) => itemIds.indexOf(itemId) + 1).filter((number) => number > 0);
  const items = list.format(numbers.toSorted((a, b) => a - b).map((number) => t('itemNumber', { number })));
  return (
    <p className={styles.late}>
      {numbers.length === lost.length
        ? t('sealedLate', { count: lost.length, items })
        : t('sealedLateUnknown', { count: lost.length })}
    </p>
  );
};

const Home = () => {
  const t = useText(messages);
  return (
    <p className={styles.acts}>
      <Link to="/me" className={bars.button}>
        {t('home')}
      </Link>
    </p>
  );
};
