import { redirect } from 'react-router';
import { load } from '../../loading/load.ts';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/staff-home-page';
import { messages } from './messages.ts';
import { listRailQueues, type RailQueue } from './rail-queues.ts';

const fullest = (queues: readonly RailQueue[]): RailQueue | undefined =>
  queues.reduce<RailQueue | undefined>((top, queue) => (queue.count > (top?.count ?? 0) ? queue : top), undefined);

/** The work that waits longest in line; who has no queues is led to what their role looks at. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const queues = await listRailQueues(inside, place.organization);
  const reads = holds(place, 'auditor');
  const first = fullest(queues);
  if (first && !reads) throw redirect(`${place.base}/queues/${first.slug}`);
  if (queues.length === 0 && holds(place, 'proctor')) throw redirect(`${place.base}/attempts`);
  if (queues.length === 0 && holds(place, 'administrator')) throw redirect(`${place.base}/settings`);
  return { queues, reads, base: place.base };
});

export default function StaffHomePage({ loaderData: { queues, reads, base } }: Route.ComponentProps) {
  const t = useText(messages);
  const lead = reads ? t('homeAuditor') : queues.length === 0 ? t('homeOther') : t('homeLead');
  return (
    <Page title={reads ? t('homeAuditorTitle') : t('home')} lead={lead}>
      <DataTable
        caption={t('queues')}
        captionShown
        rows={queues}
        keyOf={({ slug }) => slug}
        linkOf={({ slug }) => `${base}/queues/${slug}`}
        empty={<EmptyState />}
        columns={[
          { id: 'queue', header: t('queue'), cell: ({ label }) => label },
          { id: 'waiting', header: t('waiting'), numeric: true, cell: ({ count }) => count },
        ]}
      />
    </Page>
  );
}
