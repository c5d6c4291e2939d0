import { Link } from 'react-router';
import type { Api } from '../../../api.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

type Exam = Awaited<ReturnType<Api['scheduling']['listFormNeeds']>>['exams'][number];

interface FormNeedsProps {
  exams: readonly Exam[];
  base: string;
  now: string;
}

/** Whether each exam has forms for all the attempts that the program allows, and who waits for one. */
export const FormNeeds = ({ exams, base, now }: FormNeedsProps) => {
  const t = useText(messages);
  if (exams.length === 0) return null;
  return (
    <>
      <h2 id="forms">{t('formNeeds')}</h2>
      <p>{t('formNeedsLead')}</p>
      <DataTable
        caption={t('formNeeds')}
        rows={exams}
        keyOf={({ assessmentId, edition }) => `${assessmentId} ${edition}`}
        empty={null}
        columns={[
          { id: 'exam', header: t('exam'), cell: ({ title }) => title },
          { id: 'edition', header: t('ofEdition'), cell: ({ edition }) => edition },
          { id: 'forms', header: t('formCount'), numeric: true, cell: ({ forms }) => forms },
          { id: 'attempts', header: t('attemptCount'), numeric: true, cell: ({ attempts }) => attempts },
          {
            id: 'state',
            header: t('formState'),
            line: 3,
            speaksForItself: true,
            cell: ({ isEnough, problem }) =>
              isEnough ? (
                t('enough')
              ) : (
                <>
                  <strong>{t('notEnough')}</strong>: {problem}
                </>
              ),
          },
          {
            id: 'waiting',
            header: t('waiting'),
            line: 3,
            cell: ({ waiting }) =>
              waiting.length === 0
                ? t('nobodyWaits')
                : waiting.map(({ candidacyId, number, attempt, since }) => (
                    <div key={`${candidacyId} ${attempt}`}>
                      {t.rich('waits', {
                        number: (
                          <Link key="number" to={`${base}/candidacies/${candidacyId}`}>
                            {number}
                          </Link>
                        ),
                        attempt,
                        date: <Time key="date" at={since} show="day" now={now} />,
                      })}
                    </div>
                  )),
          },
        ]}
      />
    </>
  );
};
