import { data } from 'react-router';
import type { Api } from '../../../../api.ts';
import { invalidForm } from '../../../../forms/form-problem.ts';
import { once } from '../../../../forms/idempotency.tsx';
import type { Translate } from '../../../../text/format.ts';
import type { SectionData } from '../load-section.ts';
import type { messages } from '../section-messages.ts';
import {
  asksForEntries,
  claimFor,
  entriesOf,
  entryWords,
  type StatedEntry,
  withEntry,
  withoutEntry,
} from './entries.ts';

interface Change extends Pick<SectionData, 'candidacy' | 'section'> {
  readonly api: Api;
  readonly form: FormData;
  readonly t: Translate<typeof messages>;
}

/** An entry that was just taken out: named, and kept in the page so that it can be put back. */
export interface Removed {
  readonly removed: { readonly words: string; readonly entry: string };
}

const requirementOf = ({ section }: Change): string => (section.kind === 'requirement' ? section.requirement.id : '');

export const removeEntry = async (change: Change) => {
  const { api, form, t, candidacy } = change;
  const requirement = requirementOf(change);
  const claim = claimFor(candidacy, requirement);
  const entry = entriesOf(claim).find(({ id }) => id === form.get('entryId'));
  const rest = withoutEntry(claim, String(form.get('entryId')));
  // Pressed twice, or in another tab: it is gone already.
  if (entry === undefined) return data(null);
  if (rest === undefined) return invalidForm(form, [{ name: 'entries', message: t('lastStays') }]);
  await api.candidacies.saveSection({ candidacyId: candidacy.id, requirement, claim: rest }, once(form));
  return data<Removed>({ removed: { words: entryWords(entry), entry: JSON.stringify(entry) } });
};

/** What a page sent back can be anything; its members are checked by the API. */
const entryOf = (text: string, { section }: Change): StatedEntry | undefined => {
  if (section.kind !== 'requirement' || !asksForEntries(section.requirement)) return undefined;
  try {
    const entry: unknown = JSON.parse(text);
    const isEntry = typeof entry === 'object' && entry !== null && 'id' in entry;
    return isEntry ? ({ kind: section.requirement.kind, entry } as StatedEntry) : undefined;
  } catch {
    return undefined;
  }
};

export const restoreEntry = async (change: Change) => {
  const { api, form, candidacy } = change;
  const requirement = requirementOf(change);
  const stated = entryOf(String(form.get('entry') ?? ''), change);
  if (stated === undefined) return data(null);
  const claim = withEntry(claimFor(candidacy, requirement), stated);
  await api.candidacies.saveSection({ candidacyId: candidacy.id, requirement, claim }, once(form));
  return data(null);
};
