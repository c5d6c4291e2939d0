import type { RenewalStanding } from '@testamur/program';
import { DataTable } from '../../../parts/data-table.tsx';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';

type Figures = Pick<RenewalStanding, 'audited' | 'routes' | 'route' | 'hoursCarriedOver' | 'categories'>;

/** By which route the holder renews, whether it is audited, and what counts in each category. */
export const RenewalFigures = ({ renewal }: { renewal: Figures }) => {
  const t = useText(messages);
  const { audited, routes, route, hoursCarriedOver, categories } = renewal;
  const chosen = routes.length > 1 ? routes.find(({ id }) => id === route) : undefined;
  return (
    <>
      {audited !== undefined && (
        <p>
          <strong>{t(audited ? 'audited' : 'notAudited')}</strong>
        </p>
      )}
      {chosen && <p>{t('routeOf', { route: chosen.title })}</p>}
      {hoursCarriedOver > 0 && <p>{t('carriedOver', { hours: hoursCarriedOver })}</p>}
      <DataTable
        caption={t('categories')}
        rows={categories.length > 1 ? categories : []}
        keyOf={({ id }) => id}
        empty={null}
        columns={[
          { id: 'category', header: t('category'), cell: ({ title }) => title },
          { id: 'logged', header: t('loggedHead'), numeric: true, cell: ({ hours }) => hours },
          { id: 'counts', header: t('countedHead'), numeric: true, cell: ({ counted }) => counted },
          { id: 'minimum', header: t('minimumHead'), numeric: true, line: 3, cell: ({ minimum }) => minimum },
          { id: 'maximum', header: t('maximumHead'), numeric: true, line: 3, cell: ({ maximum }) => maximum },
        ]}
      />
    </>
  );
};
