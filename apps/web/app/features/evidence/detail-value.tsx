import { Money } from '../../parts/money.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import type { DetailValue } from './chain-types.ts';
import styles from './evidence.module.css';
import { Hash } from './hash.tsx';
import { messages } from './messages.ts';
import { People, PersonName } from './people.tsx';

interface DetailValueProps {
  value: DetailValue;
  /** What it is the value of; a hash is copied under this name. */
  label: string;
  mine: boolean;
}

const Lines = ({ items }: { items: readonly string[] }) => (
  <ul className={styles.lines}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);

export const ValueOf = ({ value, label, mine }: DetailValueProps) => {
  const t = useText(messages);
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'code':
      return <code className={styles.code}>{value.text}</code>;
    case 'instant':
      return <Time at={value.at} />;
    case 'day':
      return <Time on={value.day} />;
    case 'number':
      return t('number', { value: value.number });
    case 'points':
      return t('points', { score: value.score, of: value.of });
    case 'hash':
      return <Hash hex={value.hex} label={label} />;
    case 'yes':
      return t(value.yes ? 'yes' : 'no');
    case 'list':
      return value.items.length === 0 ? t('notRecorded') : <Lines items={value.items} />;
    case 'people':
      return <People people={value.people} mine={mine} />;
    case 'payments':
      return (
        <ul className={styles.lines}>
          {value.payments.map((payment) => (
            <li key={payment.invoiceId}>
              {payment.title}: <Money amount={payment} zero="amount" />
              {payment.byVoucher && `, ${t('byVoucher')}`}
            </li>
          ))}
        </ul>
      );
    case 'marks':
      return (
        <ul className={styles.lines}>
          {value.ratings.map(({ by, submittedAt, marks }) => (
            <li key={`${by.name} ${submittedAt}`}>
              {t.rich('marks', {
                name: <PersonName key="name" person={by} mine={mine} />,
                marks: marks.map(({ criterion, level }) => t('mark', { criterion, level })).join(' · '),
              })}
            </li>
          ))}
        </ul>
      );
    default:
      return <span className={styles.missing}>{t('notRecorded')}</span>;
  }
};
