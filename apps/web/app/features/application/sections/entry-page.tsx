import { redirect } from 'react-router';
import type { Api } from '../../../api.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { act, load } from '../../../loading/load.ts';
import { refuse } from '../../../loading/refusal.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Page } from '../../../parts/page.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Route } from './+types/entry-page';
import { EducationFields } from './education-fields.tsx';
import { claimFor, fieldOf, isExperience, withEntry } from './entries.ts';
import { ExperienceFields } from './experience-fields.tsx';
import { FilesField } from './files-field.tsx';
import { loadSection } from './load-section.ts';
import { readEducation, readExperience } from './read-entry.ts';
import { messages } from './section-messages.ts';
import { isEditable } from './sections.ts';
import { sendFiles } from './send-files.ts';

const mostFiles = 5;

/** The requirement, its claim so far and the entry of the address; what cannot be edited has no such page. */
const loadEntry = async (
  api: Api,
  params: { readonly candidacyId: string; readonly section: string; readonly entry: string },
  requestId: string,
) => {
  const entryId = params.entry;
  const found = await loadSection(api, params, requestId);
  const { section, candidacy } = found;
  const requirement = section.kind === 'requirement' ? section.requirement : undefined;
  const claim = requirement && claimFor(candidacy, requirement.id);
  const entries = claim === undefined || claim.kind === 'attestation' ? [] : claim.entries;
  const entry = entries.find(({ id }) => id === entryId);
  const isKnown = entryId === 'new' || entry !== undefined;
  if (requirement === undefined || requirement.kind === 'attestation' || !isKnown) {
    throw refuse(404, { code: 'web.not-found', message: '', requestId });
  }
  if (!isEditable(section, candidacy.standing)) {
    throw redirect(candidacyPath(candidacy.id, `/apply/${section.slug}`));
  }
  return { candidacy, program: found.program, requirement, claim, entry };
};

export const loader = load(({ params }: Route.LoaderArgs, { api, request }) => loadEntry(api, params, request.id));

/** A file that was saved with a refused form is listed by its name at once. */
export const shouldRevalidate = () => true;

export const action = act(async ({ request, params }: Route.ActionArgs, { api, request: { id: requestId } }) => {
  const form = await request.formData();
  const { candidacy, requirement, claim, entry } = await loadEntry(api, params, requestId);
  const t = textIn(localeOf(request), messages);
  const candidacyId = candidacy.id;
  const refusals = await sendFiles(api, form, candidacyId, t);
  const fileIds = form.getAll('fileId').map(String).slice(0, mostFiles);
  const id = entry?.id ?? newEntryId(form);
  const read =
    requirement.kind === 'experience' ? readExperience(form, id, fileIds, t) : readEducation(form, id, fileIds, t);
  if (!read.ok) return invalidForm(form, [...read.errors, ...refusals]);
  if (refusals.length > 0) return invalidForm(form, refusals);
  const next = withEntry(claim, read.entry);
  try {
    await api.candidacies.saveSection({ candidacyId, requirement: requirement.id, claim: next }, once(form, 'save'));
  } catch (error) {
    return refusedForm(form, error, fieldOf(next.entries.findIndex((one) => one.id === id)));
  }
  throw redirect(candidacyPath(candidacyId, `/apply/${requirement.id}`));
});

/** Named by the act that adds it: sent twice, it is one entry. */
const newEntryId = (form: FormData): string => once(form).context.idempotencyKey ?? crypto.randomUUID();

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { candidacy, program, requirement, entry } = loaderData;
  const isJob = requirement.kind === 'experience';
  return (
    <Page
      title={t(isJob ? 'jobTitle' : 'degreeTitle')}
      lead={t(isJob ? 'jobLead' : 'degreeLead')}
      back={<BackLink to={candidacyPath(candidacy.id, `/apply/${requirement.id}`)}>{requirement.title}</BackLink>}
      problem={actionData}
    >
      <ActForm files>
        {isJob ? (
          <ExperienceFields program={program} entry={entry && isExperience(entry) ? entry : undefined} />
        ) : (
          <EducationFields entry={entry && !isExperience(entry) ? entry : undefined} />
        )}
        <FilesField
          candidacyId={candidacy.id}
          known={candidacy.files}
          chosen={entry?.fileIds ?? []}
          most={mostFiles}
          proof={requirement.evidence.map(({ title }) => title).join(', ')}
        />
        <ButtonRow>
          <SubmitButton>{t(isJob ? 'saveJob' : 'saveDegree')}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
