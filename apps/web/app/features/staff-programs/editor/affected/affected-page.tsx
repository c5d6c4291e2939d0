import { useEffect } from 'react';
import { Link, redirect, useRevalidator } from 'react-router';
import { ActForm } from '../../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../../forms/form-problem.ts';
import { once } from '../../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { act, load } from '../../../../loading/load.ts';
import { BackLink } from '../../../../parts/back-link.tsx';
import { DataTable } from '../../../../parts/data-table.tsx';
import { Page } from '../../../../parts/page.tsx';
import { Note } from '../../../../staff/note.tsx';
import { pageNumber } from '../../../../staff/page-number.ts';
import { staffPlace } from '../../../../staff/place.ts';
import { textIn } from '../../../../text/format.ts';
import { localeOf } from '../../../../text/locale-of.ts';
import { useText } from '../../../../text/use-text.ts';
import type { Route } from './+types/affected-page';
import { AffectedTable } from './affected-table.tsx';
import { effectOf } from './effect.ts';
import { messages } from './messages.ts';
import { publishedPath } from './published-path.ts';
import { TransitionWords } from './transition-words.tsx';

const revisionIn = ({ searchParams }: URL): number => Number(searchParams.get('revision') ?? Number.NaN);

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { programId } = args.params;
  const { programs } = inside.api;
  const previewId = args.url.searchParams.get('preview');
  const effect = effectOf(args.url);
  const { draft, inForce } = await programs.getDraft({ organization, programId });
  const editor = `${base}/programs/${programId}/edit`;
  if (!draft) throw redirect(editor);
  const [checked, preview] = await Promise.all([
    programs.checkProgram({ organization, yaml: draft.yaml }),
    previewId === null
      ? undefined
      : programs.getPreview({ organization, previewId, page: pageNumber(args.url), ...(effect && { effect }) }),
  ]);
  return {
    ...{ base, editor, preview, effect },
    isFirst: inForce === undefined,
    isCurrent: draft.revision === revisionIn(args.url),
    program: checked.ok ? { edition: checked.program.edition, transition: checked.program.transition } : undefined,
    problem: checked.problems[0]?.message,
    query: args.url.search,
  };
});

/** Publishes the very text that was put to the candidacies. */
export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const { programId } = args.params;
  const { draft } = await inside.api.programs.getDraft({ organization, programId });
  if (!draft || draft.revision !== revisionIn(args.url)) {
    return invalidForm(form, [{ name: '', message: textIn(localeOf(args.request), messages)('changedDetail') }]);
  }
  let next: string;
  try {
    next = publishedPath(
      base,
      await inside.api.programs.publishEdition({ organization, yaml: draft.yaml }, once(form)),
    );
  } catch (error) {
    return refusedForm(form, error, () => '');
  }
  throw redirect(next);
});

/** Looks again while the candidacies are still being looked at. */
const useWatch = (isRunning: boolean) => {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isRunning || state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), 2000);
    return () => clearTimeout(timer);
  }, [isRunning, revalidate, state]);
};

export default function AffectedPage({ loaderData: data, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { preview, program, isFirst, isCurrent } = data;
  const isRunning = preview?.state === 'running';
  useWatch(isRunning);
  const edition = preview?.edition ?? program?.edition ?? '';
  const publishes = program && isCurrent && (isFirst || preview?.state === 'done');
  return (
    <Page
      title={t(isFirst ? 'titleFirst' : 'title', { edition })}
      lead={preview ? t('lead', { affected: preview.affected, total: preview.total }) : t('leadFirst')}
      back={<BackLink to={data.editor}>{t('back')}</BackLink>}
      problem={actionData}
    >
      {isRunning && (
        <div role="status">
          <Note title={t('running', { done: preview.done, total: preview.total })}>
            <p>{t('runningDetail')}</p>
            <Link to={data.query}>{t('lookAgain')}</Link>
          </Note>
        </div>
      )}
      {preview && preview.unread > 0 && <Note title={t('unread', { count: preview.unread })} />}
      <DataTable
        caption={t('counts')}
        captionShown
        rows={preview?.counts ?? []}
        keyOf={({ moment, effect }) => `${moment} ${effect}`}
        empty={null}
        columns={[
          { id: 'moment', header: t('moment'), cell: ({ moment }) => t(`moment.${moment}`) },
          { id: 'effect', header: t('effect'), speaksForItself: true, cell: ({ effect }) => t(`effect.${effect}`) },
          { id: 'candidacies', header: t('candidacies'), numeric: true, cell: ({ candidacies }) => candidacies },
        ]}
      />
      {preview && <AffectedTable preview={preview} base={data.base} query={data.query} effect={data.effect} />}
      {program && !isFirst && (
        <>
          <h2>{t('transition')}</h2>
          <TransitionWords transition={program.transition} />
        </>
      )}
      {!isCurrent && (
        <Note title={t('changed')}>
          <p>{t('changedDetail')}</p>
        </Note>
      )}
      {!program && (
        <Note title={t('notReady')}>
          <p>{data.problem}</p>
        </Note>
      )}
      {publishes && (
        <>
          <p>{t('publishLead')}</p>
          <ActForm>
            <SubmitButton>{t('publish', { edition })}</SubmitButton>
          </ActForm>
        </>
      )}
    </Page>
  );
}
