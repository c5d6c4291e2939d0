import { redirect } from 'react-router';
import { type FormProblem, invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { useText } from '../../../text/use-text.ts';
import type { Route } from './+types/section-page';
import { AccommodationForm } from './accommodation-form.tsx';
import { type Removed, removeEntry, restoreEntry } from './change-entries.ts';
import { ConductForm } from './conduct-form.tsx';
import { EntryList } from './entry-list.tsx';
import { loadSection, type SectionData } from './load-section.ts';
import { PriceForm } from './price-form.tsx';
import { RegisterForm } from './register-form.tsx';
import { saveSection } from './save-section.ts';
import { messages } from './section-messages.ts';
import { Asked, SectionRecord } from './section-record.tsx';
import { backPath, isEditable, nextPath } from './sections.ts';

const isFromCheck = (url: URL): boolean => url.searchParams.get('from') === 'check';

export const loader = load(async ({ params, url }: Route.LoaderArgs, { api, request }) => ({
  ...(await loadSection(api, params, request.id)),
  fromCheck: isFromCheck(url),
}));

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const found = await loadSection(api, params, id);
  const saving = { ...found, api, form, t: textIn(localeOf(request), messages) };
  try {
    if (form.get('act') === 'remove') return await removeEntry(saving);
    if (form.get('act') === 'restore') return await restoreEntry(saving);
    const errors = await saveSection(saving);
    if (errors.length > 0) return invalidForm(form, errors);
  } catch (error) {
    return refusedForm(form, error, (path) => path.replace(/^claim\./, ''));
  }
  const { candidacy, program, section } = found;
  const { standing, id: candidacyId } = candidacy;
  throw redirect(nextPath({ candidacyId, program, standing, section, fromCheck: isFromCheck(url) }));
});

const problemOf = (answer: unknown): FormProblem | undefined =>
  typeof answer === 'object' && answer !== null && 'errors' in answer ? (answer as FormProblem) : undefined;
const removedOf = (answer: unknown): Removed['removed'] | undefined =>
  typeof answer === 'object' && answer !== null && 'removed' in answer ? (answer as Removed).removed : undefined;

const Body = (props: SectionData & { removed: Removed['removed'] | undefined }) => {
  const { section, candidacy } = props;
  if (!isEditable(section, candidacy.standing)) return <SectionRecord {...props} />;
  switch (section.kind) {
    case 'membership':
      return <PriceForm {...props} />;
    case 'accommodation':
      return <AccommodationForm {...props} />;
    case 'register':
      return <RegisterForm listed={candidacy.standing.listed} />;
    case 'requirement':
      if (section.requirement.kind === 'attestation') return <ConductForm {...props} />;
      return <EntryList {...props} requirement={section.requirement} />;
  }
};

export default function SectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const { candidacy, program, section, fromCheck } = loaderData;
  const { id: candidacyId, standing } = candidacy;
  const { requirement } = section.kind === 'requirement' ? section : {};
  return (
    <Page
      title={requirement?.title ?? t(section.kind === 'requirement' ? 'register' : section.kind)}
      lead={requirement?.description}
      back={<BackLink to={backPath({ candidacyId, program, standing, section, fromCheck })} />}
      problem={problemOf(actionData)}
    >
      <Asked {...loaderData} />
      <Body {...loaderData} removed={removedOf(actionData)} />
    </Page>
  );
}
