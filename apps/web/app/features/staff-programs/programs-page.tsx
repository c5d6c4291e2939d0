import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/programs-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { programs } = await inside.api.programs.listPrograms({});
  return {
    programs: programs.filter(({ organization }) => organization === place.organization),
    base: place.base,
    publishes: holds(place, 'program-manager'),
  };
});

export default function ProgramsPage({ loaderData: { programs, base, publishes } }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={publishes && <LinkButton to={`${base}/programs/publish`}>{t('publish')}</LinkButton>}
    >
      <DataTable
        caption={t('title')}
        rows={programs}
        keyOf={(program) => program.id}
        linkOf={(program) => `${base}/programs/${program.id}`}
        empty={
          <EmptyState title={t('none')}>
            <p>{t('noneDetail')}</p>
          </EmptyState>
        }
        columns={[
          { id: 'program', header: t('program'), cell: (program) => program.title },
          { id: 'short', header: t('short'), cell: (program) => program.abbreviation },
          { id: 'edition', header: t('edition'), cell: (program) => program.edition },
        ]}
      />
    </Page>
  );
}
