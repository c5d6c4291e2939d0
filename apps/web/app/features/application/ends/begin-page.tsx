import { dependsOnRegion, type Program, trackTitle } from '@testamur/program';
import { redirect } from 'react-router';
import type { Api } from '../../../api.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { type FieldError, invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';
import { requireViewer } from '../../../loading/sign-in.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Notice } from '../../../parts/notice.tsx';
import { Page } from '../../../parts/page.tsx';
import { type Translate, textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { useDemonstration } from '../../../viewer.ts';
import { BroughtNote } from '../../qualify/answer-hint.tsx';
import { broughtAnswers } from '../../qualify/answers.ts';
import { candidacyPath } from '../candidacy.ts';
import { RegionChoice } from '../sections/claims/region-form.tsx';
import { textOf } from '../sections/entries/read-form.ts';
import { listSections } from '../sections/sections.ts';
import type { Route } from './+types/begin-page';
import { AskedList, UnderWay } from './begin-parts.tsx';
import { messages } from './messages.ts';
import { readTrack, TrackChoice } from './track-choice.tsx';

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api, viewer }) => {
  const { organization, programId } = params;
  const published = await api.programs.getProgram({ organization, programId });
  const { program } = published;
  const mine = viewer ? (await api.candidacies.listMyCandidacies({})).candidacies : [];
  const underWay = mine.filter(
    (one) => one.organization === organization && one.programId === program.id && !one.standing.final,
  );
  return {
    published,
    isSignedIn: viewer !== undefined,
    to: encodeURIComponent(`${url.pathname}${url.search}`),
    underWay: underWay.map(({ id, number, standing: { track } }) => ({
      id,
      number,
      track: track === undefined ? undefined : trackTitle(program, { track }),
    })),
  };
});

/** What is chosen to begin with, and what of it is missing. */
const readChoices = (form: FormData, program: Program, t: Translate<typeof messages>) => {
  const { track, missing } = readTrack(form, program);
  const region = dependsOnRegion(program) ? textOf(form, 'region') : undefined;
  const errors: readonly FieldError[] = [
    ...missing.map(({ name, title }) => ({ name, message: t('chooseTrack', { title }) })),
    ...(region !== undefined && !program.regions?.some(({ id }) => id === region)
      ? [{ name: 'region', message: t('chooseRegion') }]
      : []),
  ];
  return { track, region, errors };
};

/** An application that was under way already keeps its region once prices rest on it. */
const declareRegion = async (api: Api, form: FormData, candidacyId: string, region: string): Promise<void> => {
  try {
    await api.candidacies.declareRegion({ candidacyId, region }, once(form, 'region'));
  } catch (error) {
    if (apiProblemOf(error)?.code !== 'candidacies.not-editable') throw error;
  }
};

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api, viewer }) => {
  requireViewer(url, viewer);
  const form = await request.formData();
  const { organization, programId } = params;
  const { program } = await api.programs.getProgram({ organization, programId });
  const { track, region, errors } = readChoices(form, program, textIn(localeOf(request), messages));
  if (errors.length > 0) return invalidForm(form, errors);
  const answers = broughtAnswers(url);
  try {
    const begun = {
      organization,
      programId: program.id,
      ...(track === undefined ? {} : { track }),
      ...(answers === undefined ? {} : { answers }),
    };
    const { candidacyId } = await api.candidacies.beginCandidacy(begun, once(form, 'begin'));
    if (region !== undefined) await declareRegion(api, form, candidacyId, region);
    const place = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
    const first = listSections(program, place).find(({ kind }) => kind !== 'region');
    throw redirect(candidacyPath(candidacyId, `/apply/${first?.slug}`));
  } catch (error) {
    return refusedForm(form, error);
  }
});

export default function BeginPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { published, isSignedIn, to, underWay } = loaderData;
  const { program, organizationName, demonstration } = published;
  const hasTracks = program.tracks !== undefined;
  return (
    <Page
      title={t('beginTitle', { title: program.title })}
      lead={t('beginLead', { organization: organizationName, edition: program.edition })}
      back={<BackLink to={`/programs/${program.id}`}>{t('toProgram')}</BackLink>}
      problem={actionData}
    >
      {demonstration && !isMarked && <Notice kind="demonstration" />}
      <AskedList program={program} />
      <BroughtNote />
      {underWay.length > 0 && <UnderWay candidacies={underWay} mayBeginAnother={hasTracks} />}
      {!isSignedIn && (
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
      {isSignedIn && (hasTracks || underWay.length === 0) && (
        <ActForm>
          {program.tracks?.map((axis) => (
            <TrackChoice key={axis.id} axis={axis} />
          ))}
          {dependsOnRegion(program) && <RegionChoice program={program} chosen={undefined} />}
          <ButtonRow>
            <SubmitButton>{t('begin')}</SubmitButton>
          </ButtonRow>
        </ActForm>
      )}
    </Page>
  );
}
