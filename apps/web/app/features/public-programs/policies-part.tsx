import type { Program } from '@testamur/program';
import { useDocument } from '../../document/document-context.ts';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';
import { periodInWords } from './period.ts';
import { Assumed, isAssumed } from './source-mark.tsx';

/** What the organization promises: refunds, appeals, records, confidentiality. */
export const PoliciesPart = ({ program: { policies } }: { program: Program }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const parts = [
    { title: t('refund'), text: policies.refund.text, of: policies.refund },
    {
      title: t('appeal'),
      text: `${policies.appeal.text} ${t('appealWithin', { period: periodInWords(policies.appeal.within, locale) })}`,
      of: policies.appeal,
    },
    {
      title: t('retention'),
      text: `${policies.retention.text} ${t('retentionFor', { period: periodInWords(policies.retention.keptFor, locale) })}`,
      of: policies.retention,
    },
    { title: t('confidentiality'), text: policies.confidentiality.text, of: policies.confidentiality },
  ];
  return (
    <>
      <h2>{t('rights')}</h2>
      {parts.map(({ title, text, of }) => (
        <div key={title}>
          <h3>{title}</h3>
          <p>
            {text}
            {isAssumed(of, 'text') && <Assumed />}
          </p>
        </div>
      ))}
    </>
  );
};
