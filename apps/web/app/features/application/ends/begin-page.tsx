import { redirect } from 'react-router';
import { ActForm } from '../../../forms/act-form.tsx';
import { refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { requireViewer } from '../../../loading/sign-in.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import { useDemonstration } from '../../../viewer.ts';
import { candidacyPath } from '../candidacy.ts';
import { listSections } from '../sections/sections.ts';
import type { Route } from './+types/begin-page';
import { messages } from './messages.ts';

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api, viewer }) => {
  const { organization, programId } = params;
  const published = await api.programs.getProgram({ organization, programId });
  const mine = viewer ? (await api.candidacies.listMyCandidacies({})).candidacies : [];
  const underWay = mine.find(
    (one) => one.organization === organization && one.programId === published.program.id && !one.standing.final,
  );
  return {
    published,
    isSignedIn: viewer !== undefined,
    to: encodeURIComponent(url.pathname),
    underWay: underWay && { id: underWay.id, number: underWay.number },
  };
});

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api, viewer }) => {
  requireViewer(url, viewer);
  const form = await request.formData();
  const { organization, programId } = params;
  const { program } = await api.programs.getProgram({ organization, programId });
  try {
    const { candidacyId } = await api.candidacies.beginCandidacy({ organization, programId: program.id }, once(form));
    throw redirect(candidacyPath(candidacyId, `/apply/${program.requirements[0]?.id}`));
  } catch (error) {
    return refusedForm(form, error);
  }
});

export default function BeginPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { published, isSignedIn, to, underWay } = loaderData;
  const { program, organizationName, demonstration } = published;
  const extras = listSections(program).flatMap(({ kind }) => (kind === 'requirement' ? [] : [kind]));
  const words = { membership: t('yourPrice'), accommodation: t('yourAccommodation'), register: t('yourRegister') };
  return (
    <Page
      title={t('beginTitle', { title: program.title })}
      lead={t('beginLead', { organization: organizationName, edition: program.edition })}
      back={<BackLink to={`/programs/${program.id}`}>{t('toProgram')}</BackLink>}
      problem={actionData}
    >
      {demonstration && !isMarked && <Notice kind="demonstration" />}
      <h2>{t('youNeed')}</h2>
      <ol>
        {program.requirements.map(({ id, title, description }) => (
          <li key={id}>
            <strong>{title}</strong>. {description}
          </li>
        ))}
        {extras.map((kind) => (
          <li key={kind}>{words[kind]}</li>
        ))}
      </ol>
      <p>{t('noFeeNow')}</p>
      {underWay ? (
        <>
          <p>{t('goOn', { number: underWay.number })}</p>
          <LinkButton to={candidacyPath(underWay.id)}>{t('open')}</LinkButton>
        </>
      ) : isSignedIn ? (
        <ActForm>
          <SubmitButton>{t('begin')}</SubmitButton>
        </ActForm>
      ) : (
        <>
          <p>{t('signInFirst')}</p>
          <ButtonRow>
            <LinkButton to={`/sign-in?to=${to}`}>{t('signIn')}</LinkButton>
            <LinkButton to={`/sign-up?to=${to}`} weight="other">
              {t('openAccount')}
            </LinkButton>
          </ButtonRow>
        </>
      )}
    </Page>
  );
}
