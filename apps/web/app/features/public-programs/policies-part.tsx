import type { Program } from '@testamur/program';
import { Mark } from './provenance-mark.tsx';
import { useWords } from './use-words.ts';

/** What the organization promises: refunds, appeals, records, confidentiality. */
export const PoliciesPart = ({ program }: { program: Program }) => {
  const { t, period, list } = useWords();
  const { refund, appeal, retention, confidentiality } = program.policies;
  const parts = [
    { id: 'refund', title: t('refund'), text: refund.text },
    {
      id: 'appeal',
      title: t('appeal'),
      text: `${appeal.text} ${t('appealWithin', { period: period(appeal.within) })}`,
    },
    {
      id: 'retention',
      title: t('retention'),
      text: `${retention.text} ${t('retentionFor', { period: period(retention.keptFor) })}`,
    },
    { id: 'confidentiality', title: t('confidentiality'), text: confidentiality.text },
  ];
  return parts.map(({ id, title, text }) => (
    <div key={id}>
      <h3>{title}</h3>
      <p>
        {text}
        <Mark program={program} path={['policies', id, 'text']} />
      </p>
      {id === 'refund' && refund.rules && (
        <ul>
          {refund.rules.map(({ before, percent, fees }) => (
            <li key={`${before} ${fees?.join() ?? ''}`}>
              {t('refundRule', { before: t(`before-${before}`), percent })}
              {fees &&
                ` ${t('taxOn', { fees: list(fees.map((fee) => program.fees.find((one) => one.id === fee)?.title ?? fee)) })}`}
              <Mark program={program} path={['policies', 'refund', 'rules']} />
            </li>
          ))}
        </ul>
      )}
    </div>
  ));
};
