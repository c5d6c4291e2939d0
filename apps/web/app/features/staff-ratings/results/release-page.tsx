import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Page } from '../../../parts/page.tsx';
import { Note } from '../../../staff/note.tsx';
import { pageNumber } from '../../../staff/page-number.ts';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/release-page';
import { messages } from './messages.ts';
import { resultColumns } from './result-columns.tsx';
import { allResults } from './results.ts';

/** Those that were chosen, or a whole page of the list, and still wait. */
export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { searchParams } = args.url;
  const chosen = new Set(searchParams.getAll('resultId'));
  const results = searchParams.has('page')
    ? (await inside.api.scoring.listResults({ organization, page: pageNumber(args.url), waiting: 'true' })).results
    : (await allResults(inside.api, organization, true)).filter(({ resultId }) => chosen.has(resultId));
  return { base, results };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const resultIds = form.getAll('resultId').map(String);
  let released = 0;
  try {
    ({ released } = await inside.api.scoring.releaseResults({ organization, resultIds }, once(form)));
  } catch (error) {
    return refusedAct(form, error, () => '');
  }
  throw redirect(`${base}/results?released=${released}`);
});

export default function ReleasePage({ loaderData: { base, results }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const count = results.length;
  const passed = results.filter((result) => result.passed).length;
  const troubled = results.filter(({ incidents }) => incidents > 0).length;
  return (
    <Page
      title={t('releaseTitle', { count })}
      {...(count > 0 ? { lead: t('releaseLead') } : {})}
      back={<BackLink to={`${base}/results`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {count === 0 ? (
        <Note title={t('noneChosen')}>
          <p>{t('noneChosenDetail')}</p>
        </Note>
      ) : (
        <>
          <ul>
            <li>{t('passedCount', { count: passed })}</li>
            <li>{t('notPassedCount', { count: count - passed })}</li>
            {troubled > 0 && <li>{t('incidentCount', { count: troubled })}</li>}
          </ul>
          <DataTable
            caption={t('caption')}
            rows={results}
            keyOf={({ resultId }) => resultId}
            empty={null}
            columns={[
              { id: 'candidate', header: t('candidate'), cell: (row) => row.candidateName },
              ...resultColumns(t, base),
            ]}
          />
          <ActForm>
            {results.map(({ resultId }) => (
              <input key={resultId} type="hidden" name="resultId" value={resultId} />
            ))}
            <SubmitButton>{t('release', { count })}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
