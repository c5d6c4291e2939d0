import { redirect } from 'react-router';
import { refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/rating-page';
import { MarkTable } from './mark-table.tsx';
import { messages } from './messages.ts';
import styles from './rating.module.css';
import { criteriaOf, markFieldOf, marksOf } from './rating.ts';
import { RubricForm } from './rubric-form.tsx';
import { RubricTimes } from './rubric-times.tsx';
import { SessionFacts } from './session-facts.tsx';
import { Work } from './work.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  return { base, rating: await inside.api.scoring.getRating({ ratingId: args.params.ratingId }) };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const marks = marksOf(form, criteriaOf(form));
  try {
    await api.scoring.saveRating({ ratingId: params.ratingId, marks }, once(form));
  } catch (error) {
    return refusedForm(form, error, markFieldOf(marks));
  }
  throw redirect(form.get('act') === 'continue' ? `${url.pathname}/submit` : url.pathname);
});

export default function RatingPage({ loaderData: { base, rating }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { number, assessmentTitle: assessment, programTitle: program, pieces, rubric, marks, state } = rating;
  return (
    <Page
      title={t('ratingTitle', { assessment, number })}
      lead={t(rating.session ? 'sessionLead' : 'ratingLead', { program })}
      back={<BackLink to={`${base}/ratings`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      <div className={styles.columns}>
        {rating.session ? (
          <section aria-labelledby="session">
            <h2 id="session">{t('theSession')}</h2>
            <SessionFacts rating={rating} />
            <RubricTimes kind={rating.kind} rubric={rubric} />
            {state !== 'submitted' && <p>{t('marksSaved')}</p>}
          </section>
        ) : (
          <Work pieces={pieces} rubric={rubric} path={`${base}/ratings/${rating.ratingId}`} />
        )}
        {state === 'submitted' ? (
          <section aria-labelledby="submitted">
            <h2 id="submitted">{t('submittedNote')}</h2>
            <MarkTable rubric={rubric} marks={marks} />
          </section>
        ) : (
          <RubricForm rating={rating} />
        )}
      </div>
    </Page>
  );
}
