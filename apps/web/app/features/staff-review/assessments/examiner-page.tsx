import { findAssessment } from '@testamur/program';
import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { RadioList } from '../../../parts/radio-list.tsx';
import { Note } from '../../../staff/note.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import type { Route } from './+types/examiner-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { base } = staffPlace(args, inside);
  const { candidacyId, assessmentId } = args.params;
  const [{ candidacy, program }, { examiners }] = await Promise.all([
    loadCandidacy(inside.api, candidacyId),
    inside.api.scheduling.listExaminers({ candidacyId, assessmentId }),
  ]);
  return {
    path: `${base}/candidacies/${candidacyId}`,
    name: candidacy.candidate.name,
    number: candidacy.number,
    assessment: findAssessment(program, assessmentId)?.title ?? '',
    examiners,
    waits: candidacy.standing.next.some(({ kind, subject }) => kind === 'assign-examiner' && subject === assessmentId),
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const personId = form.get('personId');
  if (typeof personId !== 'string') {
    const t = textIn(localeOf(request), messages);
    return invalidForm(form, [{ name: 'personId', message: t('chooseExaminer') }]);
  }
  const { candidacyId, assessmentId } = params;
  try {
    await api.scheduling.assignExaminer({ candidacyId, assessmentId, personId }, once(form));
  } catch (error) {
    return refusedAct(form, error);
  }
  throw redirect(url.pathname.replace(/\/examiner\/[^/]+$/, ''));
});

export default function ExaminerPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { examiners, name, number, assessment } = data;
  const free = examiners.filter(({ conflict }) => conflict === undefined);
  const barred = examiners.filter(({ conflict }) => conflict !== undefined);
  return (
    <Page
      title={t('examinerTitle', { assessment })}
      lead={t('lead', { name, number })}
      back={<BackLink to={data.path}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {!data.waits && (
        <Note title={t('nothing')}>
          <p>{t('nothingDetail')}</p>
        </Note>
      )}
      {data.waits && free.length === 0 && (
        <Note title={t('nobody')}>
          <p>{t('nobodyDetail')}</p>
        </Note>
      )}
      {data.waits && free.length > 0 && (
        <ActForm>
          <RadioList
            name="personId"
            legend={t('examiner')}
            hint={t('blind')}
            options={free.map((each) => ({
              value: each.personId,
              label: each.name,
              hint: t('open', { count: each.openRatings }),
            }))}
          />
          <SubmitButton>{t('assign')}</SubmitButton>
        </ActForm>
      )}
      {barred.length > 0 && (
        <>
          <h2>{t('cannot')}</h2>
          <ul>
            {barred.map((each) => (
              <li key={each.personId}>{t('cannotWhy', { name: each.name, why: each.conflict ?? '' })}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
