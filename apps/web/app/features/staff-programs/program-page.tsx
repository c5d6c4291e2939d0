import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/program-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const target = { organization: place.organization, programId: args.params.programId };
  const [{ program }, { editions }] = await Promise.all([
    inside.api.programs.getProgram(target),
    inside.api.programs.listEditions(target),
  ]);
  return {
    title: program.title,
    id: program.id,
    base: `${place.base}/programs/${program.id}`,
    staff: place.base,
    seesItems: holds(place, 'psychometrician', 'auditor'),
    seesForms: holds(place, 'psychometrician', 'program-manager', 'auditor'),
    publishes: holds(place, 'program-manager'),
    editions: editions.map(({ edition, publishedAt, publishedBy }) => ({ edition, publishedAt, publishedBy })),
  };
});

export default function ProgramPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { title, id, base, staff, editions, seesItems, seesForms, publishes } = loaderData;
  return (
    <Page
      title={title}
      back={<BackLink to={`${staff}/programs`}>{t('toPrograms')}</BackLink>}
      acts={publishes && <LinkButton to={`${staff}/programs/publish`}>{t('publish')}</LinkButton>}
    >
      <ul>
        <li>
          <Link to={`/programs/${id}`}>{t('publicPage')}</Link>
        </li>
        {seesForms && (
          <li>
            <Link to={`${base}/forms`}>{t('forms')}</Link>
          </li>
        )}
        {seesItems && (
          <li>
            <Link to={`${base}/items`}>{t('items')}</Link>
          </li>
        )}
      </ul>
      <h2>{t('editions')}</h2>
      <DataTable
        caption={t('editions')}
        rows={editions}
        keyOf={(edition) => edition.edition}
        empty={null}
        columns={[
          {
            id: 'edition',
            header: t('edition'),
            cell: ({ edition }) => (
              <a href={`${base}/editions/${encodeURIComponent(edition)}`}>{t('file', { edition })}</a>
            ),
          },
          { id: 'published', header: t('published'), cell: (edition) => <Time at={edition.publishedAt} /> },
          { id: 'by', header: t('by'), line: 3, cell: (edition) => edition.publishedBy },
        ]}
      />
    </Page>
  );
}
