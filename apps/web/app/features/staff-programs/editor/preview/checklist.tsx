import { DataTable } from '../../../../parts/data-table.tsx';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { useText } from '../../../../text/use-text.ts';
import type { CheckedWell } from '../checked.ts';
import { messages } from '../messages.ts';

/** What the application asks for, and whether it asks the person of the sample. */
export const Checklist = ({ checklist }: Pick<CheckedWell, 'checklist'>) => {
  const t = useText(messages);
  return (
    <>
      <p>{t('checklistLead', { asked: checklist.filter(({ asked }) => asked).length, all: checklist.length })}</p>
      <DataTable
        caption={t('checklist')}
        rows={checklist}
        keyOf={({ id }) => id}
        empty={<EmptyState title={t('nothingAsked')} />}
        columns={[
          { id: 'requirement', header: t('requirement'), cell: ({ title }) => title },
          {
            id: 'asked',
            header: t('asked'),
            speaksForItself: true,
            cell: ({ asked }) => (asked ? t('isAsked') : t('notAsked')),
          },
          {
            id: 'proof',
            header: t('proof'),
            line: 3,
            cell: ({ evidence }) =>
              evidence.length === 0 ? t('noProof') : evidence.map(({ title }) => title).join('; '),
          },
        ]}
      />
    </>
  );
};
