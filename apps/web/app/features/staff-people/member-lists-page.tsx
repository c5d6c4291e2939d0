import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/member-lists-page';
import { messages } from './messages.ts';
import { memberPrices } from './payer-classes.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const prices = await memberPrices(inside.api, organization);
  const lists = await Promise.all(
    prices.map(async (price) => ({
      ...price,
      ...(await inside.api.candidacies.getMemberRoll({ organization, payerClass: price.id })),
    })),
  );
  return { base, lists };
});

export default function MemberListsPage({ loaderData: { base, lists } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('listsTitle')} lead={t('listsLead')}>
      <DataTable
        caption={t('listsTitle')}
        rows={lists}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/member-lists/${id}`}
        empty={<EmptyState title={t('noLists')} />}
        columns={[
          { id: 'price', header: t('payerClass'), cell: (row) => row.label },
          { id: 'program', header: t('program'), speaksForItself: true, cell: (row) => row.programs.join(', ') },
          { id: 'members', header: t('members'), numeric: true, cell: (row) => row.members },
          {
            id: 'imported',
            header: t('imported'),
            line: 3,
            cell: ({ importedAt }) => (importedAt ? <Time at={importedAt} /> : t('never')),
          },
        ]}
      />
    </Page>
  );
}
