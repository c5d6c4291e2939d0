import { DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';
import type { Rating } from './rating.ts';

/** The tasks, aspects or stations of a session with the standard time of each, to go by. */
export const RubricTimes = ({ kind, rubric }: Pick<Rating, 'kind' | 'rubric'>) => {
  const t = useText(messages);
  const title = t(`parts.${kind}`);
  const isTimed = rubric.some(({ minutes }) => minutes !== undefined);
  return (
    <DataTable
      caption={title}
      captionShown
      rows={rubric}
      keyOf={({ criterion }) => criterion}
      empty={null}
      columns={[
        { id: 'part', header: title, cell: (row) => row.title },
        ...(isTimed
          ? [
              {
                id: 'minutes',
                header: t('minutesHead'),
                numeric: true,
                cell: ({ minutes }: Rating['rubric'][number]) =>
                  minutes === undefined ? undefined : t('minutes', { minutes }),
              },
            ]
          : []),
      ]}
    />
  );
};
