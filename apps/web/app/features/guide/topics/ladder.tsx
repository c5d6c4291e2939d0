import { useDocument } from '../../../document/document-context.ts';
import { type Column, DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { periodInWords } from '../../public-programs/period.ts';
import { CountTable } from '../count-table.tsx';
import { byDegree, byValidity, count } from '../figures.ts';
import type { GuideProgram } from '../guide-program.ts';
import { messages } from '../messages.ts';
import { topicMessages } from '../topic-messages.ts';
import { Star } from '../words.tsx';
import type { TopicProps } from './topic.ts';

/** Schooling, certification, renewal: what comes first and what after. */
export const Ladder = ({ programs }: TopicProps) => {
  const t = useText(topicMessages);
  const frame = useText(messages);
  const { locale } = useDocument();
  const degrees = byDegree(programs).map(({ degree, programs: who }) => ({
    label: frame(`education${degree}`),
    programs: who,
  }));
  const renewedBy = (kind: GuideProgram['routes'][number]['kind']) =>
    count(programs, ({ routes }) => routes.some((route) => route.kind === kind));
  const steps = [
    {
      title: t('ladderSchool'),
      text: t('ladderSchoolText', { count: count(programs, ({ ways: [way] }) => way?.education === undefined) }),
    },
    { title: t('ladderCertify'), text: t('ladderCertifyText') },
    {
      title: t('ladderKeep'),
      text: t('ladderKeepText', { education: renewedBy('education'), exam: renewedBy('assessment') }),
    },
  ];
  const columns: Column<GuideProgram>[] = [
    { id: 'program', header: frame('program'), cell: ({ title }) => title },
    {
      id: 'lasts',
      header: frame('lasts'),
      cell: ({ validity: { period, assumed } }) => (
        <>
          {periodInWords(period, locale)}
          <Star when={assumed} />
        </>
      ),
    },
    {
      id: 'cycle',
      header: frame('renewedFor'),
      cell: ({ cycle: { period, assumed } }) => (
        <>
          {periodInWords(period, locale)}
          <Star when={assumed} />
        </>
      ),
    },
    {
      id: 'by',
      header: frame('renewedBy'),
      line: 3,
      cell: ({ routes }) => routes.map(({ title }) => title).join('; '),
    },
  ];
  return (
    <>
      <p>{t('ladderIs')}</p>
      <ol>
        {steps.map(({ title, text }) => (
          <li key={title}>
            <strong>{title}.</strong> {text}
          </li>
        ))}
      </ol>
      <h2>{t('ladderDegrees')}</h2>
      <CountTable caption={t('ladderDegrees')} header={frame('schooling')} rows={degrees} />
      <h2>{t('ladderRenewals')}</h2>
      <DataTable
        caption={t('ladderRenewals')}
        columns={columns}
        rows={byValidity(programs)}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `/programs/${id}`}
        empty={null}
      />
    </>
  );
};
