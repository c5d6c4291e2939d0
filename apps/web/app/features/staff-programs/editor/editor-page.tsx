import { data, type ShouldRevalidateFunctionArgs } from 'react-router';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { staffPlace } from '../../../staff/place.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/editor-page';
import { viewOf } from './checked.ts';
import { editDraft } from './edit-draft.ts';
import { messages } from './messages.ts';
import { Workbench } from './workbench.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const { programId } = args.params;
  const [draft, { now }] = await Promise.all([
    inside.api.programs.getDraft({ organization, programId }),
    inside.api.identity.getOrganization({ organization }),
  ]);
  const yaml = draft.draft?.yaml ?? draft.inForce?.yaml ?? '';
  const checked = yaml === '' ? undefined : await inside.api.programs.checkProgram({ organization, yaml });
  const view = viewOf(args.url.searchParams.get('show')) ?? (checked?.ok ? 'handbook' : 'problems');
  // A draft that is broken keeps the name under which people know the program.
  const inForce = draft.inForce && (await inside.api.programs.getProgram({ organization, programId })).program;
  const name = checked?.ok ? checked.program.abbreviation : (inForce?.abbreviation ?? programId);
  return { organization, base, programId, name, draft, yaml, checked, view, day: now.slice(0, 10) };
});

export const action = act(async (args: Route.ActionArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const form = await args.request.formData();
  const { programId } = args.params;
  const path = `${base}/programs/${programId}/edit`;
  const answer = await editDraft({ api: inside.api, organization, programId, form, request: args.request, path });
  return data(answer, { status: answer.problem ? 422 : 200 });
});

/** What is written stays in the editor; only another program brings another file. */
export const shouldRevalidate = ({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean =>
  currentParams.org !== nextParams.org || currentParams.programId !== nextParams.programId;

export default function EditorPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { base, programId, name, draft, organization, day } = loaderData;
  const begun = actionData?.checked ?? loaderData.checked;
  return (
    <Page
      title={t('title', { program: name })}
      lead={t('lead')}
      back={<BackLink to={draft.inForce ? `${base}/programs/${programId}` : `${base}/programs`}>{t('back')}</BackLink>}
      problem={actionData?.problem}
    >
      <Workbench
        key={`${organization} ${programId}`}
        {...{ organization, programId, draft, day, begun }}
        yaml={actionData?.yaml ?? loaderData.yaml}
        view={actionData?.view ?? loaderData.view}
        schemaPath={`${base}/programs/schema.json`}
      />
    </Page>
  );
}
