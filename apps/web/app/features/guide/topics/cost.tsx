import { Link } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { formatMoney } from '../../../parts/format-money.ts';
import { useText } from '../../../text/use-text.ts';
import { byCost, costSpans, count } from '../figures.ts';
import type { GuideProgram } from '../guide-program.ts';
import { messages } from '../messages.ts';
import { topicMessages } from '../topic-messages.ts';
import { FeeRange, Tuition, VariesBy } from '../words.tsx';
import type { TopicProps } from './topic.ts';

const isVarying = ({ cost }: GuideProgram) => cost.some(({ variesBy }) => variesBy.length > 0);

/** What it costs in all: fees, membership, teaching, keeping. */
export const Cost = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const frame = useText(messages);
  const { locale } = useDocument();
  const spans = costSpans(programs);
  const spanText = ({ currency, lowestMinor, highestMinor, lowest, highest }: (typeof spans)[number]): string => {
    const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
    return t(spans.length > 1 ? 'costFeesCurrency' : 'costFeesText', {
      currency,
      from: amount(lowestMinor),
      to: amount(highestMinor),
      lowest: lowest.title,
      highest: highest.title,
    });
  };
  const parts = [
    { title: t('costFees'), text: spans.map(spanText).join(' ') },
    { title: t('costMember'), text: t('costMemberText', { count: count(programs, (one) => one.memberPrices) }) },
    {
      title: t('costTuition'),
      text: t('costTuitionText', { count: count(programs, ({ tuition }) => tuition !== undefined) }),
    },
    { title: t('costKeep'), text: t('costKeepText', { count: count(programs, ({ yearlyFee }) => yearlyFee) }) },
  ];
  const columns: Column<GuideProgram>[] = [
    { id: 'program', header: frame('program'), cell: ({ title }) => title },
    { id: 'fees', header: frame('fees'), numeric: true, cell: (program) => <FeeRange program={program} /> },
    {
      id: 'varies',
      header: frame('variesBy'),
      line: 3,
      cell: (program) => isVarying(program) && <VariesBy program={program} />,
    },
    {
      id: 'tuition',
      header: frame('tuition'),
      numeric: true,
      line: 3,
      cell: (program) => program.tuition && <Tuition program={program} />,
    },
    {
      id: 'plan',
      header: frame('seePlan'),
      line: 3,
      speaksForItself: true,
      cell: ({ id, abbreviation }) => <Link to={`/plan?p=${id}`}>{frame('planOf', { program: abbreviation })}</Link>,
    },
  ];
  return (
    <>
      <p>{t('costIs')}</p>
      <ul>
        {parts.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ul>
      <p>{t('costAsk')}</p>
      <h2>{t('costTable')}</h2>
      <DataTable
        caption={t('costTable')}
        columns={columns}
        rows={byCost(programs)}
        keyOf={({ id }) => id}
        empty={null}
      />
    </>
  );
};
