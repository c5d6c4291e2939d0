import type { Requirement } from '@testamur/program';
import type { Api } from '../../../api.ts';
import type { FieldError } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import { type Translate, textIn } from '../../../text/format.ts';
import type { Locale } from '../../../text/locales.ts';
import { oneByOne } from '../bundles.ts';
import { messages as claimMessages } from './claims/claim-messages.ts';
import { readClaim } from './claims/read-claim.ts';
import { claimFor } from './entries/entries.ts';
import { textOf } from './entries/read-form.ts';
import type { SectionData } from './load-section.ts';
import { messages } from './section-messages.ts';
import { sendFiles } from './send-files.ts';

interface Saving extends SectionData {
  readonly api: Api;
  readonly form: FormData;
  readonly locale: Locale;
}

/** Nothing when it is saved, else what the person has to mend. Refusals of the API are thrown. */
type Saved = Promise<readonly FieldError[]>;

const saveRegion = async ({ api, form, candidacy, program, locale }: Saving): Saved => {
  const region = textOf(form, 'region');
  if (!program.regions?.some(({ id }) => id === region)) {
    return [{ name: 'region', message: textIn(locale, claimMessages)('chooseRegion') }];
  }
  await api.candidacies.declareRegion({ candidacyId: candidacy.id, region }, once(form));
  return [];
};

const claimMembership = async ({ api, form, candidacy, locale }: Saving, payerClass: string): Saved => {
  const memberNumber = textOf(form, 'memberNumber');
  if (memberNumber === '') return [{ name: 'memberNumber', message: textIn(locale, claimMessages)('enterMember') }];
  await api.candidacies.claimMembership({ candidacyId: candidacy.id, payerClass, memberNumber }, once(form));
  return [];
};

const savePrice = async (saving: Saving): Saved => {
  const { api, form, candidacy, prices, locale } = saving;
  const chosen = prices.find(({ id }) => id === textOf(form, 'payerClass'));
  if (chosen === undefined) return [{ name: 'payerClass', message: textIn(locale, claimMessages)('choosePrice') }];
  if (chosen.isMember) return claimMembership(saving, chosen.id);
  const { id: candidacyId, membership } = candidacy;
  if (membership !== undefined && membership.memberNumber !== '') {
    const { payerClass } = membership;
    await api.candidacies.claimMembership({ candidacyId, payerClass, memberNumber: null }, once(form));
  }
  return [];
};

/** Once chosen, a bundle stays: it can be changed for another one, and not for paying one by one. */
const saveBundle = async ({ api, form, candidacy, bundles, locale }: Saving): Saved => {
  const choice = textOf(form, 'bundle');
  if (choice === oneByOne) return [];
  if (!bundles.some(({ id }) => id === choice)) {
    return [{ name: 'bundle', message: textIn(locale, claimMessages)('chooseBundle') }];
  }
  await api.candidacies.chooseBundle({ candidacyId: candidacy.id, bundle: choice }, once(form));
  return [];
};

const saveAccommodation = async ({ api, form, candidacy, locale }: Saving): Saved => {
  const t = textIn(locale, messages);
  const before = candidacy.accommodation?.request;
  const need = before === undefined ? textOf(form, 'need') : 'yes';
  if (need === '') return [{ name: 'need', message: t('chooseNeed') }];
  if (need === 'no') return [];
  const request = textOf(form, 'request');
  if (request.length < 10) return [{ name: 'request', message: t('enterRequest') }];
  if (request !== before)
    await api.candidacies.requestAccommodation({ candidacyId: candidacy.id, request }, once(form));
  return [];
};

interface Listing extends Pick<Saving, 'api' | 'form' | 'candidacy'> {
  readonly t: Translate<typeof messages>;
}

export const saveListing = async ({ api, form, t, candidacy }: Listing): Saved => {
  const answer = textOf(form, 'listed');
  if (answer !== 'yes' && answer !== 'no') return [{ name: 'listed', message: t('chooseListed') }];
  await api.candidacies.setListing({ candidacyId: candidacy.id, listed: answer === 'yes' }, once(form));
  return [];
};

const saveClaim = async (saving: Saving, requirement: Requirement): Saved => {
  const { api, form, candidacy, program, locale } = saving;
  const t = textIn(locale, messages);
  const refusals = requirement.kind === 'credential' ? await sendFiles(api, form, candidacy.id, t) : [];
  const fileIds = form.getAll('fileId').map(String);
  const read = readClaim(form, program, requirement, fileIds, textIn(locale, claimMessages));
  if (read === undefined) {
    return claimFor(candidacy, requirement.id) === undefined ? [{ name: 'entries', message: t('addOne') }] : [];
  }
  if (!read.ok || refusals.length > 0) return [...(read.ok ? [] : read.errors), ...refusals];
  const saved = { candidacyId: candidacy.id, requirement: requirement.id, claim: read.entry };
  await api.candidacies.saveSection(saved, once(form, 'save'));
  return [];
};

/** Saves what one section page sent. Entries are saved one by one on their own pages. */
export const saveSection = async (saving: Saving): Saved => {
  const { section, locale } = saving;
  switch (section.kind) {
    case 'region':
      return saveRegion(saving);
    case 'membership':
      return savePrice(saving);
    case 'bundle':
      return saveBundle(saving);
    case 'accommodation':
      return saveAccommodation(saving);
    case 'register':
      return saveListing({ ...saving, t: textIn(locale, messages) });
    case 'requirement': {
      const { requirement } = section;
      if (requirement.kind === 'jurisdiction') return saveRegion(saving);
      if (requirement.kind === 'membership') return claimMembership(saving, requirement.payerClass);
      return saveClaim(saving, requirement);
    }
  }
};
