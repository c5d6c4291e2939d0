import { load } from '../../loading/load.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { Status } from '../../parts/status.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/keys-page';
import { placeOf, whenOf } from './key-facts.tsx';
import { answers, asks } from './key-list.ts';
import { messages } from './messages.ts';
import { CompromiseNote, RotationNote } from './pending-note.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base, personId } = place;
  const [list, { name }] = await Promise.all([
    inside.api.issuers.listIssuerKeys({ organization }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  return { list, name, path: `${base}/keys`, personId, asks: asks(place), answers: answers(place) };
});

export default function KeysPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { list, name, path, personId, asks: mayAsk, answers: mayAnswer } = loaderData;
  const { keys, rotationRequest } = list;
  const rotatable = keys.some(({ state }) => state === 'current') && !keys.some(({ state }) => state === 'next');
  const decideAt = (page: string) => (mayAnswer ? `${path}/${page}` : undefined);
  return (
    <Page
      title={t('title')}
      lead={t('lead', { organization: name })}
      acts={mayAsk && rotatable && !rotationRequest && <LinkButton to={`${path}/rotate`}>{t('rotate')}</LinkButton>}
    >
      {rotationRequest && (
        <RotationNote request={rotationRequest} viewerId={personId} decideAt={decideAt('rotation')} />
      )}
      {keys.map(
        ({ id, fingerprint, compromiseRequest }) =>
          compromiseRequest && (
            <CompromiseNote
              key={id}
              request={compromiseRequest}
              fingerprint={fingerprint}
              viewerId={personId}
              decideAt={decideAt(`${id}/withdrawal`)}
            />
          ),
      )}
      <DataTable
        caption={t('caption')}
        rows={keys}
        keyOf={({ id }) => id}
        linkOf={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('noKey')}>{t('noKeyDetail')}</EmptyState>}
        columns={[
          { id: 'fingerprint', header: t('fingerprint'), cell: (row) => <code>{row.fingerprint}</code> },
          {
            id: 'status',
            header: t('status'),
            speaksForItself: true,
            cell: (row) => <Status of="key" is={row.state} />,
          },
          { id: 'when', header: t('when'), speaksForItself: true, cell: (row) => whenOf(t, row) },
          { id: 'algorithm', header: t('algorithm'), line: 3, speaksForItself: true, cell: (row) => row.algorithm },
          { id: 'place', header: t('place'), line: 3, speaksForItself: true, cell: (row) => placeOf(t, row) },
        ]}
      />
      {keys.length > 0 && (
        <>
          <h2>{t('published')}</h2>
          <CopyField label={t('did')} value={list.did} />
          <p>
            <a href={new URL(list.documentUrl).pathname}>{t('openDocument')}</a>
          </p>
        </>
      )}
    </Page>
  );
}
