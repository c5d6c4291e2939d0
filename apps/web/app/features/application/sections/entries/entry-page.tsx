import { redirect } from 'react-router';
import type { Api } from '../../../../api.ts';
import { ActForm } from '../../../../forms/act-form.tsx';
import { invalidForm, refusedForm } from '../../../../forms/form-problem.ts';
import { once } from '../../../../forms/idempotency.tsx';
import { SubmitButton } from '../../../../forms/submit-button.tsx';
import { act, load } from '../../../../loading/load.ts';
import { refuse } from '../../../../loading/refusal.ts';
import { BackLink } from '../../../../parts/back-link.tsx';
import { ButtonRow } from '../../../../parts/button-row.tsx';
import { Page } from '../../../../parts/page.tsx';
import { textIn } from '../../../../text/format.ts';
import { localeOf } from '../../../../text/locale-of.ts';
import { useText } from '../../../../text/use-text.ts';
import { candidacyPath } from '../../candidacy.ts';
import { FilesField } from '../files-field.tsx';
import { loadSection } from '../load-section.ts';
import { messages } from '../section-messages.ts';
import { isEditable } from '../sections.ts';
import { sendFiles } from '../send-files.ts';
import type { Route } from './+types/entry-page';
import { asksForEntries, claimFor, entriesOf, fieldOf, withEntry } from './entries.ts';
import { EntryFields } from './entry-fields.tsx';
import { readStated } from './read-stated.ts';

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
  const entry = entriesOf(claim).find(({ id }) => id === entryId);
  const isKnown = entryId === 'new' || entry !== undefined;
  if (requirement === undefined || !asksForEntries(requirement) || !isKnown) {
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
  const { candidacy, program, requirement, claim, entry } = await loadEntry(api, params, requestId);
  const t = textIn(localeOf(request), messages);
  const candidacyId = candidacy.id;
  const refusals = await sendFiles(api, form, candidacyId, t);
  const fileIds = form.getAll('fileId').map(String).slice(0, mostFiles);
  const id = entry?.id ?? newEntryId(form);
  const read = readStated(form, { kind: requirement.kind, id, fileIds, program, t });
  if (!read.ok) {
    // A file that could not be saved is said once, with why.
    const errors = read.errors.filter(({ name }) => name !== 'files' || refusals.length === 0);
    return invalidForm(form, [...errors, ...refusals]);
  }
  if (refusals.length > 0) return invalidForm(form, refusals);
  const next = withEntry(claim, read.entry);
  try {
    await api.candidacies.saveSection({ candidacyId, requirement: requirement.id, claim: next }, once(form, 'save'));
  } catch (error) {
    return refusedForm(form, error, fieldOf(entriesOf(next).findIndex((one) => one.id === id)));
  }
  throw redirect(candidacyPath(candidacyId, `/apply/${requirement.id}`));
});

/** Named by the act that adds it: sent twice, it is one entry. */
const newEntryId = (form: FormData): string => once(form).context.idempotencyKey ?? crypto.randomUUID();

export default function EntryPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { candidacy, program, requirement, entry } = loaderData;
  const { kind } = requirement;
  return (
    <Page
      title={t(`one.${kind}`)}
      lead={t(`lead.${kind}`)}
      back={<BackLink to={candidacyPath(candidacy.id, `/apply/${requirement.id}`)}>{requirement.title}</BackLink>}
      problem={actionData}
    >
      <ActForm files>
        <EntryFields program={program} requirement={requirement} entry={entry} at={candidacy.standing.at} />
        <FilesField
          candidacyId={candidacy.id}
          known={candidacy.files}
          chosen={entry?.fileIds ?? []}
          most={mostFiles}
          proof={requirement.evidence.map(({ title }) => title).join(', ')}
        />
        <ButtonRow>
          <SubmitButton>{t(`save.${kind}`)}</SubmitButton>
        </ButtonRow>
      </ActForm>
    </Page>
  );
}
