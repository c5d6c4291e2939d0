import { Link } from 'react-router';
import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { Time } from '../../../parts/time.tsx';
import { holds, staffPlace } from '../../../staff/place.ts';
import { ViewLinks } from '../../../staff/view-links.tsx';
import { useText } from '../../../text/use-text.ts';
import { publishedNoteIn } from '../editor/affected/published-path.ts';
import type { Route } from './+types/editions-page';
import { Contents, contentsOf } from './contents.tsx';
import { FormNeeds } from './form-needs.tsx';
import { messages } from './messages.ts';
import { PublishedNow } from './published-now.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  const asked = { organization, programId: args.params.programId };
  const opensForms = holds(place, 'psychometrician', 'program-manager', 'auditor');
  const [{ program }, { editions }, needs, { now }] = await Promise.all([
    inside.api.programs.getProgram(asked),
    inside.api.programs.listEditions(asked),
    opensForms ? inside.api.scheduling.listFormNeeds(asked) : { exams: [] },
    inside.api.identity.getOrganization({ organization }),
  ]);
  return {
    base,
    id: program.id,
    title: program.title,
    summary: program.summary,
    contents: contentsOf(program),
    editions: editions.map(({ edition, publishedAt, publishedBy }) => ({ edition, publishedAt, publishedBy })),
    published: publishedNoteIn(args.url, editions),
    exams: needs.exams,
    now,
    publishes: holds(place, 'program-manager'),
    opensItems: holds(place, 'psychometrician', 'auditor'),
    opensForms,
  };
});

export default function EditionsPage({ loaderData: data }: Route.ComponentProps) {
  const t = useText(messages);
  const { base, id, title, editions, published } = data;
  return (
    <Page
      title={title}
      lead={data.summary}
      back={<BackLink to={`${base}/programs`}>{t('back')}</BackLink>}
      acts={data.publishes && <LinkButton to={`${base}/programs/${id}/edit`}>{t('edit')}</LinkButton>}
    >
      {published && <PublishedNow published={published} />}
      <ViewLinks label={title}>
        <Link to={`/programs/${id}`}>{t('publicPage')}</Link>
        {data.opensItems && <Link to={`${base}/items?program=${id}`}>{t('items')}</Link>}
        {data.opensForms && <Link to={`${base}/forms?program=${id}`}>{t('forms')}</Link>}
      </ViewLinks>
      <h2>{t('contains')}</h2>
      <Contents contents={data.contents} />
      <FormNeeds exams={data.exams} base={base} now={data.now} />
      <DataTable
        caption={t('editions')}
        captionShown
        rows={editions}
        keyOf={({ edition }) => edition}
        empty={null}
        columns={[
          { id: 'edition', header: t('editionName'), cell: (row) => row.edition },
          { id: 'published', header: t('published'), cell: (row) => <Time at={row.publishedAt} /> },
          { id: 'by', header: t('by'), cell: (row) => row.publishedBy },
          {
            id: 'file',
            header: t('file'),
            line: 3,
            speaksForItself: true,
            cell: ({ edition }) => (
              <a href={`${base}/programs/${id}/editions/${encodeURIComponent(edition)}`}>
                {t('download')}
                <span className="t-hidden"> {t('fileOf', { edition })}</span>
              </a>
            ),
          },
        ]}
      />
    </Page>
  );
}
