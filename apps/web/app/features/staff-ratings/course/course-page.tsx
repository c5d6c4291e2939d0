import { redirect } from 'react-router';
import type { Api } from '../../../api.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { DataTable } from '../../../parts/data-table.tsx';
import { Page } from '../../../parts/page.tsx';
import { CheckList } from '../../../parts/radio-list.tsx';
import { Time } from '../../../parts/time.tsx';
import { Note } from '../../../staff/note.tsx';
import { holds, type StaffPlace, staffPlace } from '../../../staff/place.ts';
import { refusedAct } from '../../../staff/refused-act.ts';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/course-page';
import { messages } from './messages.ts';

interface Who {
  readonly name: string;
  readonly number: string;
}

/** Whose course it is: examiners do not open candidacies, and read it in their queue. */
const whoTakes = async (api: Api, place: StaffPlace, candidacyId: string): Promise<Who | undefined> => {
  if (holds(place, 'program-manager', 'auditor')) {
    const { candidate, number } = await api.candidacies.getCandidacy({ candidacyId });
    return { name: candidate.name, number };
  }
  const { organization } = place;
  for (let page = 1; ; page += 1) {
    const { rows, total, pageSize } = await api.candidacies.getQueue({ organization, queue: 'courses', page });
    const row = rows.find((one) => one.candidacyId === candidacyId);
    if (row) return { name: row.candidateName, number: row.number };
    if (page * pageSize >= total) return undefined;
  }
};

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { candidacyId, assessmentId } = args.params;
  const [course, who] = await Promise.all([
    inside.api.delivery.getCourse({ candidacyId, assessmentId }),
    whoTakes(inside.api, place, candidacyId),
  ]);
  return { course, who, base: place.base, records: holds(place, 'examiner', 'program-manager') };
});

/** Records the chosen modules one by one, in the order of the course. */
export const action = act(async ({ request, params, url }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const modules = form.getAll('module').map(String);
  if (modules.length === 0) {
    return invalidForm(form, [{ name: 'module', message: textIn(localeOf(request), messages)('choose') }]);
  }
  const { candidacyId, assessmentId } = params;
  try {
    for (const module of modules) {
      await api.delivery.recordModule({ candidacyId, assessmentId, module }, once(form, module));
    }
  } catch (error) {
    return refusedAct(form, error, () => 'module');
  }
  throw redirect(url.pathname);
});

export default function CoursePage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { course, who, base, records } = data;
  const { title, modules, completed, hours, hoursCompleted, state, reason } = course;
  const left = modules.filter(({ completedAt }) => completedAt === undefined);
  const count = { completed, all: modules.length };
  return (
    <Page
      title={t('title', { title })}
      lead={who ? t('leadOf', { ...who, ...count }) : t('lead', count)}
      back={<BackLink to={`${base}/queues/courses`}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {hours > 0 && <p>{t('hours', { done: hoursCompleted, all: hours })}</p>}
      <DataTable
        caption={t('modules')}
        rows={modules}
        keyOf={({ module }) => module}
        empty={null}
        columns={[
          { id: 'module', header: t('module'), cell: (row) => row.title },
          { id: 'what', header: t('what'), line: 3, speaksForItself: true, cell: (row) => row.description },
          { id: 'hours', header: t('hoursHead'), numeric: true, cell: (row) => row.hours },
          {
            id: 'state',
            header: t('state'),
            speaksForItself: true,
            cell: ({ completedAt }) =>
              completedAt === undefined
                ? t('open')
                : t.rich('completedAt', { date: <Time key="date" at={completedAt} show="day" /> }),
          },
        ]}
      />
      {state === 'completed' && (
        <Note title={t('allDone')}>
          <p>{t('allDoneDetail')}</p>
        </Note>
      )}
      {state === 'locked' && (
        <Note title={t('closed')}>
          <p>{reason}</p>
        </Note>
      )}
      {state === 'open' && records && (
        <ActForm>
          <CheckList
            name="module"
            legend={t('record')}
            hint={t('recordHint')}
            options={left.map((one) => ({ value: one.module, label: one.title }))}
          />
          <SubmitButton>{t('recordButton')}</SubmitButton>
        </ActForm>
      )}
    </Page>
  );
}
