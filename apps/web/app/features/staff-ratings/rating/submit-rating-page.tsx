import { Fragment } from 'react';
import { redirect } from 'react-router';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DateFields } from '../../../parts/date-fields.tsx';
import { partName, readDate } from '../../../parts/date-parts.ts';
import { formatDate } from '../../../parts/format-time.ts';
import { Page } from '../../../parts/page.tsx';
import { Time } from '../../../parts/time.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
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
  const heldOn = form.has('session') ? readDate(form, 'heldOn') : undefined;
  if (heldOn?.ok === false) {
    const locale = localeOf(request);
    const example = formatDate('2027-03-27', locale);
    return invalidForm(form, [{ name: 'heldOn', message: textIn(locale, messages)('enterHeldOn', { example }) }]);
  }
  try {
    const submitted = { ratingId: params.ratingId, marks, ...(heldOn ? { heldOn: heldOn.date } : {}) };
    await api.scoring.submitRating(submitted, once(form));
  } catch (error) {
    return refusedAct(form, error, (path) => (path === 'heldOn' ? path : ''));
  }
  throw redirect(url.pathname.replace(/\/[^/]+\/submit$/, ''));
});

/** The day that is known already, sent on in the parts of a date. */
const HeldOnFields = ({ day }: { day: string }) => {
  const [year, month, date] = day.split('-');
  return (
    <>
      <input type="hidden" name={partName('heldOn', 'year')} value={year} />
      <input type="hidden" name={partName('heldOn', 'month')} value={month} />
      <input type="hidden" name={partName('heldOn', 'day')} value={date} />
    </>
  );
};

export default function SubmitRatingPage({ loaderData: { path, rating }, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { locale } = useDocument();
  const { number, rubric, marks, passMark, maxScore, session, panel } = rating;
  const example = formatDate(session?.window?.until.slice(0, 10) ?? '2027-03-27', locale);
  const missing = rubric.filter(({ criterion }) => !marks.some((mark) => mark.criterion === criterion));
  return (
    <Page
      title={t('submitTitle', { number })}
      lead={panel.examiners > 1 ? t('submitLeadPanel', { examiners: panel.examiners }) : t('submitLead')}
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
            {session && <input type="hidden" name="session" value="yes" />}
            {session?.heldOn !== undefined && (
              <>
                <p>
                  {t('heldOn')}: <Time on={session.heldOn} />. {t('heldAlready')}
                </p>
                <HeldOnFields day={session.heldOn} />
              </>
            )}
            {session && session.heldOn === undefined && (
              <DateFields name="heldOn" legend={t('heldOn')} hint={t('heldOnHint', { example })} />
            )}
            <SubmitButton>{t('submit')}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
