import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { Note } from '../../staff/note.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/issuances-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  return { base, waiting: await inside.api.credentialing.listIssuances({ organization }) };
});

export default function IssuancesPage({ loaderData: { base, waiting } }: Route.ComponentProps) {
  const t = useText(messages);
  const { issuances, total } = waiting;
  const trouble = issuances.find((one) => one.stage === 'sign' && one.trouble !== undefined)?.trouble;
  return (
    <Page
      title={t('waitingTitle')}
      lead={t('waitingLead')}
      back={<BackLink to={`${base}/credentials`}>{t('back')}</BackLink>}
    >
      {trouble !== undefined && (
        <Note title={t('keyTrouble')}>
          <p>{t('keyTroubleDetail', { trouble })}</p>
          <a href={`${base}/keys`}>{t('toKeys')}</a>
        </Note>
      )}
      <DataTable
        caption={t('waitingCaption')}
        rows={issuances}
        keyOf={({ credentialId }) => credentialId}
        linkOf={({ candidacyId }) => `${base}/candidacies/${candidacyId}`}
        empty={<EmptyState title={t('waitingNone')}>{t('waitingNoneDetail')}</EmptyState>}
        columns={[
          { id: 'holder', header: t('holder'), cell: (row) => row.holderName },
          { id: 'number', header: t('number'), speaksForItself: true, cell: (row) => <code>{row.number}</code> },
          { id: 'prepared', header: t('prepared'), line: 0, cell: (row) => <Time at={row.preparedAt} /> },
          { id: 'stage', header: t('stage'), line: 3, cell: (row) => t(`stage.${row.stage}`) },
          {
            id: 'attempts',
            header: t('attempts'),
            line: 3,
            cell: (row) => t('attemptsTimes', { count: row.attempts }),
          },
          {
            id: 'next',
            header: t('nextTry'),
            line: 3,
            cell: (row) => (row.nextTryAt === undefined ? t('noTrouble') : <Time at={row.nextTryAt} />),
          },
        ]}
      />
      {total > issuances.length && <p>{t('waitingMore', { shown: issuances.length, total })}</p>}
    </Page>
  );
}
