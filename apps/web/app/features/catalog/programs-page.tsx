import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/programs-page';
import styles from './catalog.module.css';
import { chooseFrom, inOrder, mainCurrency } from './choose.ts';
import { FilterChips } from './filter-chips.tsx';
import { FilterForm } from './filter-form.tsx';
import { readAddress } from './filters.ts';
import { messages } from './messages.ts';
import { NothingFits } from './nothing-fits.tsx';
import { ProgramList } from './program-list.tsx';
import { CompareLink, Tray } from './tray.tsx';

export const loader = load(async ({ request }: Route.LoaderArgs, { api }) => ({
  programs: (await api.programs.listPrograms({})).programs,
  address: readAddress(new URL(request.url).searchParams),
}));

export default function ProgramsPage({ loaderData: { programs, address } }: Route.ComponentProps) {
  const t = useText(messages);
  if (programs.length === 0) {
    return (
      <Page title={t('programs')}>
        <EmptyState title={t('noPrograms')} />
      </Page>
    );
  }
  const found = inOrder(chooseFrom(programs, address.filters), address.order);
  const places = new Map(programs.flatMap(({ workplaces }) => workplaces.map(({ id, title }) => [id, title] as const)));
  const workplaces = [...places]
    .map(([id, title]) => ({ id, title }))
    .toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  const shared = { address, workplaces, currency: mainCurrency(programs) };
  const isFiltered = Object.keys(address.filters).length > 0;
  return (
    <Page title={t('programs')} lead={t('programsLead')}>
      <div className={styles.columns}>
        <div>
          <FilterForm {...shared} />
        </div>
        <div>
          <Tray address={address} programs={programs} />
          <FilterChips {...shared} />
          {found.length === 0 ? (
            <NothingFits {...shared} programs={programs} />
          ) : (
            <>
              <p className={styles.found} role="status">
                {t('found', { count: found.length, all: programs.length, filtered: String(isFiltered) })}
              </p>
              <ProgramList
                programs={found}
                title="h2"
                actOf={(program) => <CompareLink address={address} program={program} />}
              />
            </>
          )}
          <p className={styles.help}>
            <Link to="/qualify">{t('qualify')}</Link> {t('startLead')}
          </p>
        </div>
      </div>
    </Page>
  );
}
