import { load } from '../../../loading/load.ts';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { holds, staffPlace } from '../../../staff/place.ts';
import { useText } from '../../../text/use-text.ts';
import { ownPrograms } from '../own-programs.ts';
import type { Route } from './+types/programs-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const programs = await ownPrograms(inside.api, place.organization);
  return { base: place.base, programs, publishes: holds(place, 'program-manager') };
});

export default function ProgramsPage({ loaderData: { base, programs, publishes } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={publishes && <LinkButton to={`${base}/programs/publish`}>{t('publish')}</LinkButton>}
    >
      <DataTable
        caption={t('caption')}
        rows={programs}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${base}/programs/${id}`}
        empty={
          <EmptyState title={t('nothing')}>
            <p>{t('nothingDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'program', header: t('program'), cell: (row) => row.title },
          { id: 'short', header: t('short'), speaksForItself: true, cell: (row) => row.abbreviation },
          { id: 'edition', header: t('edition'), cell: (row) => row.edition },
        ]}
      />
    </Page>
  );
}
