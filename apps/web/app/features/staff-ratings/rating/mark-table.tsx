import { DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Rating } from './rating.ts';

/** The marks as they stand, criterion by criterion. */
export const MarkTable = ({ rubric, marks }: Pick<Rating, 'rubric' | 'marks'>) => {
  const t = useText(messages);
  const rows = rubric.map(({ criterion, title, levels }) => {
    const mark = marks.find((each) => each.criterion === criterion);
    const level = levels.find((each) => each.level === mark?.level);
    return { criterion, title, level, comment: mark?.comment };
  });
  return (
    <DataTable
      caption={t('theRubric')}
      rows={rows}
      keyOf={({ criterion }) => criterion}
      empty={null}
      columns={[
        { id: 'criterion', header: t('criterion'), cell: ({ title }) => title },
        {
          id: 'level',
          header: t('level'),
          speaksForItself: true,
          cell: ({ level }) => level?.label ?? t('notMarked'),
        },
        { id: 'points', header: t('pointsColumn'), numeric: true, cell: ({ level }) => level?.level },
        { id: 'comment', header: t('commentColumn'), line: 3, speaksForItself: true, cell: ({ comment }) => comment },
      ]}
    />
  );
};
