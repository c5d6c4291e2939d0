import { data, Link } from 'react-router';
import type { Api } from '../../api.ts';
import { type FormProblem, refusedForm, valuesOf } from '../../forms/form-problem.ts';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/practice-page';
import { AllAtOnce } from './all-at-once.tsx';
import { messages } from './messages.ts';
import { OneByOne } from './one-by-one.tsx';
import { Outcome } from './outcome.tsx';
import type { Score } from './practice-item.tsx';
import { numberIn } from './practice-path.ts';
import { fieldOf, type Responses, readResponses } from './responses.ts';
import { TestList, Ways } from './test-list.tsx';

const nameOf = (programId: string) => programId.toLowerCase();

const findPractice = async (api: Api, programId: string, material: string | undefined) => {
  try {
    return await api.guide.getPractice({ programId, ...(material === undefined ? {} : { material }) });
  } catch (error) {
    if (apiProblemOf(error)?.code === 'guide.no-practice') return undefined;
    throw error;
  }
};

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api }) => {
  const name = nameOf(params.programId);
  const material = url.searchParams.get('test')?.trim() || undefined;
  const practice = await findPractice(api, name, material);
  if (practice !== undefined) {
    return { practice, material, one: numberIn(url.searchParams.get('one'), practice.items.length) };
  }
  const { program } = await api.programs.findProgram({ programId: name });
  return { programId: program.id, program: program.abbreviation };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const programId = nameOf(params.programId);
  const { items } = await api.guide.getPractice({ programId });
  const { responses, shown } = readResponses(form, items);
  const [first = ''] = shown;
  const isOne = shown.length === 1;
  const answered = Object.keys(responses);
  try {
    const result = answered.length > 0 ? await api.guide.scorePractice({ programId, responses }) : undefined;
    const checked: Checked = { responses, result };
    // One item is shown: it is the one that is to be checked. What was checked before stays.
    const isMissing = isOne ? !answered.includes(first) : answered.length === 0;
    if (form.get('act') !== 'check' || !isMissing) return checked;
    const message = textIn(localeOf(request), messages)(isOne ? 'nothingOne' : 'nothing');
    const errors = [{ name: fieldOf(first), message }];
    return data<Checked & FormProblem>({ ...checked, errors, values: valuesOf(form) }, { status: 422 });
  } catch (error) {
    return refusedForm(form, error, (path) => path.replace(/^responses\./, 'response.'), fieldOf(first));
  }
});

interface Checked {
  readonly responses: Responses;
  /** Before anything is answered there is none. */
  readonly result: Score | undefined;
}

export default function PracticePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { responses, result }: Checked =
    actionData !== undefined && 'responses' in actionData ? actionData : { responses: {}, result: undefined };
  if (loaderData.practice === undefined) {
    const { programId: id, program: name } = loaderData;
    return (
      <Page
        title={t('title', { program: name })}
        back={<BackLink to={`/programs/${id}`}>{t('back', { program: name })}</BackLink>}
      >
        <EmptyState title={t('none', { program: name })}>
          <p>{t.rich('noneHint', { link: (words) => <Link to={`/programs/${id}/handbook`}>{words}</Link> })}</p>
        </EmptyState>
      </Page>
    );
  }
  const { practice, material, one } = loaderData;
  const { items, abbreviation: program, programId, tests } = practice;
  const address = { programId, material, one };
  const isResult = result !== undefined && one === undefined;
  return (
    <Page
      title={t(isResult ? 'titleResult' : 'title', { program })}
      lead={t('lead')}
      back={<BackLink to={`/programs/${programId}`}>{t('back', { program })}</BackLink>}
      problem={actionData !== undefined && 'errors' in actionData ? actionData : undefined}
    >
      {isResult ? (
        <Outcome result={result} unanswered={items.length - result.items.length} />
      ) : (
        <>
          <TestList tests={tests} address={address} />
          <Ways address={address} />
          <p>{t(one === undefined ? 'how' : 'howOne')}</p>
        </>
      )}
      {one === undefined ? (
        <AllAtOnce address={address} items={items} responses={responses} result={result} />
      ) : (
        <OneByOne address={address} items={items} number={one} responses={responses} checked={result?.items ?? []} />
      )}
    </Page>
  );
}
