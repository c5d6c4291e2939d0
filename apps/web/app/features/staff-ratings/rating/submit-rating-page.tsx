import { Fragment } from 'react';
import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/submit-rating-page';
import { MarkTable } from './mark-table.tsx';
import { messages } from './messages.ts';
import { criteriaOf, marksOf, scoreOf } from './rating.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  const { ratingId } = args.params;
  const rating = await inside.api.scoring.getRating({ ratingId });
  if (rating.state === 'submitted') throw redirect(`${base}/ratings/${ratingId}`);
  return { path: `${base}/ratings/${ratingId}`, rating };
});

/** Submits the marks that the page showed, whatever another window has saved meanwhile. */
export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const marks = marksOf(form, criteriaOf(form));
  try {
    await api.scoring.submitRating({ ratingId: params.ratingId, marks }, once(form));
  } catch (error) {
    return refusedAct(form, error, () => '');
  }
  throw redirect(url.pathname.replace(/\/[^/]+\/submit$/, ''));
});

export default function SubmitRatingPage({ loaderData: { path, rating }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { number, rubric, marks, passMark, maxScore } = rating;
  const missing = rubric.filter(({ criterion }) => !marks.some((mark) => mark.criterion === criterion));
  return (
    <Page
      title={t('submitTitle', { number })}
      lead={t('submitLead')}
      back={<BackLink to={path}>{t('toRating')}</BackLink>}
      problem={actionData}
    >
      <MarkTable rubric={rubric} marks={marks} />
      {missing.length > 0 ? (
        <Note title={t('missing')}>
          <p>{t('missingDetail', { criteria: missing.map(({ title }) => title).join(', ') })}</p>
        </Note>
      ) : (
        <>
          <p>
            <strong>{t('outOf', { score: scoreOf(marks), maxScore, passMark })}</strong>
          </p>
          <ActForm>
            {marks.map(({ criterion, level, comment }) => (
              <Fragment key={criterion}>
                <input type="hidden" name="criterion" value={criterion} />
                <input type="hidden" name={fieldOf('level', criterion)} value={level} />
                <input type="hidden" name={fieldOf('comment', criterion)} value={comment} />
              </Fragment>
            ))}
            <SubmitButton>{t('submit')}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
