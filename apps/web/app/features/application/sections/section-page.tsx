import { redirect } from 'react-router';
import { type FormProblem, invalidForm, refusedForm } from '../../../forms/form-problem.ts';
import { act, load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Page } from '../../../parts/page.tsx';
import { textIn } from '../../../text/format.ts';
import { localeOf } from '../../../text/locale-of.ts';
import { intlLocaleOf } from '../../../text/locales.ts';
import { useText } from '../../../text/use-text.ts';
import { AnswerHint } from '../../qualify/answer-hint.tsx';
import { loadHint } from '../../qualify/load-hint.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Route } from './+types/section-page';
import { type Removed, removeEntry, restoreEntry } from './entries/change-entries.ts';
import { loadSection, type SectionData } from './load-section.ts';
import { saveSection } from './save-section.ts';
import { SectionBody } from './section-body.tsx';
import { messages } from './section-messages.ts';
import { Asked } from './section-record.tsx';
import { backPath, nextPath } from './sections.ts';
import { changeStatements, didOf } from './statements/ask.ts';
import { asksOthers } from './statements/asking.ts';
import { messages as statementMessages } from './statements/statement-messages.ts';

const isFromCheck = (url: URL): boolean => url.searchParams.get('from') === 'check';

export const loader = load(async ({ params, url, request }: Route.LoaderArgs, { api, request: { id } }) => {
  const found = await loadSection(api, params, id);
  const { requirement } = found.section.kind === 'requirement' ? found.section : {};
  return {
    ...found,
    hint: await loadHint(api, found.candidacy, requirement, intlLocaleOf(localeOf(request))),
    fromCheck: isFromCheck(url),
    isChanging: url.searchParams.has('change'),
    did: didOf(url.searchParams.get('did')),
  };
});

const here = ({ candidacy, section }: SectionData, rest = ''): string =>
  candidacyPath(candidacy.id, `/apply/${section.slug}${rest}`);

/** What is asked next: of a training, its provider, on the same page. */
const after = (found: SectionData, fromCheck: boolean): string => {
  const { candidacy, program, section } = found;
  if (section.kind === 'requirement' && section.requirement.kind === 'training') return here(found);
  return nextPath({ candidacyId: candidacy.id, program, standing: candidacy.standing, section, fromCheck });
};

export const action = act(async ({ request, params, url }: Route.ActionArgs, { api, request: { id } }) => {
  const form = await request.formData();
  const found = await loadSection(api, params, id);
  const locale = localeOf(request);
  const saving = { ...found, api, form, locale, t: textIn(locale, messages) };
  const { section, candidacy } = found;
  try {
    if (form.get('act') === 'remove') return await removeEntry(saving);
    if (form.get('act') === 'restore') return await restoreEntry(saving);
    if (section.kind === 'requirement' && asksOthers(section.requirement)) {
      const t = textIn(locale, statementMessages);
      const did = await changeStatements({ api, form, candidacy, requirement: section.requirement, t });
      if (typeof did === 'string') throw redirect(here(found, `?did=${did}`));
      if (did !== undefined) return did;
    }
    const errors = await saveSection(saving);
    if (errors.length > 0) return invalidForm(form, errors);
  } catch (error) {
    return refusedForm(form, error, (path) => path.replace(/^claim\./, ''));
  }
  throw redirect(after(found, isFromCheck(url)));
});

const problemOf = (answer: unknown): FormProblem | undefined =>
  typeof answer === 'object' && answer !== null && 'errors' in answer ? (answer as FormProblem) : undefined;
const removedOf = (answer: unknown): Removed['removed'] | undefined =>
  typeof answer === 'object' && answer !== null && 'removed' in answer ? (answer as Removed).removed : undefined;

export default function SectionPage({ loaderData, actionData }: Route.ComponentProps) {
  const t = useText(messages);
  const ts = useText(statementMessages);
  const { candidacy, program, section, hint, fromCheck, isChanging, did } = loaderData;
  const { standing } = candidacy;
  const { requirement } = section.kind === 'requirement' ? section : {};
  const way = { candidacyId: candidacy.id, program, standing, section, fromCheck };
  return (
    <Page
      title={requirement?.title ?? t(section.kind === 'requirement' ? 'register' : section.kind)}
      lead={requirement?.description}
      back={<BackLink to={backPath(way)} />}
      problem={problemOf(actionData)}
    >
      {did && <p role="status">{ts(`did.${did}`)}</p>}
      <Asked {...loaderData} />
      <AnswerHint hint={hint} />
      <SectionBody {...loaderData} removed={removedOf(actionData)} nextPath={nextPath(way)} isChanging={isChanging} />
    </Page>
  );
}
