import { DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import type { Walk } from '../engine/walk.ts';
import { VariableTable } from '../item/variable-table.tsx';
import { messages } from './messages.ts';

/** What a test came to: its outcomes, and those of its items. */
export const WalkEnd = ({ walk }: { walk: Walk }) => {
  const t = useText(messages);
  return (
    <>
      <VariableTable caption={t('outcomes')} captionShown rows={walk.outcomes} />
      <DataTable
        caption={t('perItem')}
        captionShown
        rows={walk.places}
        keyOf={({ identifier }) => identifier}
        empty={null}
        columns={[
          { id: 'item', header: t('itemName'), cell: ({ title, identifier }) => title || identifier },
          { id: 'score', header: t('score'), numeric: true, cell: ({ score }) => score ?? t('noScore') },
        ]}
      />
    </>
  );
};
