import { Form, Link } from 'react-router';
import type { Api } from '../../api.ts';
import { invalidForm } from '../../forms/form-problem.ts';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { act, load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Page } from '../../parts/page.tsx';
import { textIn } from '../../text/format.ts';
import { localeOf } from '../../text/locale-of.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/practice-page';
import { messages } from './messages.ts';
import { Outcome } from './outcome.tsx';
import styles from './practice.module.css';
import { PracticeItem } from './practice-item.tsx';
import { fieldOf, readResponses } from './responses.ts';
import { TestList } from './test-list.tsx';

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
  if (practice !== undefined) return { practice, material };
  const { program } = await api.programs.findProgram({ programId: name });
  return { programId: program.id, program: program.abbreviation };
});

export const action = act(async ({ request, params }: Route.ActionArgs, { api }) => {
  const form = await request.formData();
  const { responses, items } = readResponses(form);
  if (Object.keys(responses).length === 0) {
    const [first = ''] = items;
    const message = textIn(localeOf(request), messages)('nothing');
    return invalidForm(form, [{ name: fieldOf(first), message }]);
  }
  return { responses, result: await api.guide.scorePractice({ programId: nameOf(params.programId), responses }) };
});

export default function PracticePage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
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
  const { practice, material } = loaderData;
  const { items, abbreviation: program, programId, tests } = practice;
  const scored = actionData !== undefined && 'result' in actionData ? actionData : undefined;
  const problem = actionData !== undefined && 'errors' in actionData ? actionData : undefined;
  const search = material === undefined ? '' : `?test=${encodeURIComponent(material)}`;
  return (
    <Page
      title={t(scored ? 'titleResult' : 'title', { program })}
      lead={t('lead')}
      back={<BackLink to={`/programs/${programId}`}>{t('back', { program })}</BackLink>}
      problem={problem}
    >
      {scored ? (
        <Outcome result={scored.result} unanswered={items.length - scored.result.items.length} />
      ) : (
        <>
          <TestList tests={tests} programId={programId} chosen={material} />
          <p>{t('how')}</p>
        </>
      )}
      {/* A new document for each result: it begins at its top, for eyes and screen readers alike. */}
      <Form method="post" noValidate reloadDocument action={`/try/${programId}${search}`}>
        <ol className={styles.items} id="items">
          {items.map(({ identifier, topic, item }, at) => (
            <li key={identifier}>
              <PracticeItem
                item={item}
                topic={topic.title}
                heading={t('item', { number: at + 1, total: items.length })}
                response={scored?.responses[identifier]}
                report={scored?.result.items.find((one) => one.identifier === identifier)}
                isScored={scored !== undefined}
              />
            </li>
          ))}
        </ol>
        <ButtonRow>
          <SubmitButton>{t(scored ? 'again' : 'check')}</SubmitButton>
          {scored && (
            <Link to={`/try/${programId}${search}`} reloadDocument>
              {t('start')}
            </Link>
          )}
        </ButtonRow>
      </Form>
    </Page>
  );
}
