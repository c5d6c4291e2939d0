import { documentVersion, type RequirementOf } from '@testamur/program';
import type { Api } from '../../../api.ts';
import type { FieldError } from '../../../forms/form-problem.ts';
import { once } from '../../../forms/idempotency.tsx';
import type { Translate } from '../../../text/format.ts';
import { claimFor } from './entries.ts';
import type { SectionData } from './load-section.ts';
import type { messages } from './section-messages.ts';

interface Saving extends SectionData {
  readonly api: Api;
  readonly form: FormData;
  readonly t: Translate<typeof messages>;
}

/** Nothing when it is saved, else what the person has to mend. Refusals of the API are thrown. */
type Saved = Promise<readonly FieldError[]>;

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

const sign = async ({ api, form, t, candidacy, program }: Saving, requirement: RequirementOf<'attestation'>): Saved => {
  const signedName = textOf(form, 'signedName');
  if (signedName === '') return [{ name: 'signedName', message: t('enterName') }];
  const claim = { kind: 'attestation' as const, signedName, documentVersion: documentVersion(program, requirement) };
  await api.candidacies.saveSection({ candidacyId: candidacy.id, requirement: requirement.id, claim }, once(form));
  return [];
};

const savePrice = async ({ api, form, t, candidacy, prices }: Saving): Saved => {
  const chosen = prices.find(({ id }) => id === textOf(form, 'payerClass'));
  if (chosen === undefined) return [{ name: 'payerClass', message: t('choosePrice') }];
  const memberNumber = textOf(form, 'memberNumber');
  const { id: candidacyId, membership } = candidacy;
  if (chosen.isMember) {
    if (memberNumber === '') return [{ name: 'memberNumber', message: t('enterMember') }];
    await api.candidacies.claimMembership({ candidacyId, payerClass: chosen.id, memberNumber }, once(form));
  } else if (membership !== undefined && membership.memberNumber !== '') {
    const { payerClass } = membership;
    await api.candidacies.claimMembership({ candidacyId, payerClass, memberNumber: null }, once(form));
  }
  return [];
};

const saveAccommodation = async ({ api, form, t, candidacy }: Saving): Saved => {
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

export const saveListing = async ({
  api,
  form,
  t,
  candidacy,
}: Pick<Saving, 'api' | 'form' | 't' | 'candidacy'>): Saved => {
  const answer = textOf(form, 'listed');
  if (answer !== 'yes' && answer !== 'no') return [{ name: 'listed', message: t('chooseListed') }];
  await api.candidacies.setListing({ candidacyId: candidacy.id, listed: answer === 'yes' }, once(form));
  return [];
};

/** Saves what one section page sent. Jobs and degrees are saved one by one on their own pages. */
export const saveSection = async (saving: Saving): Saved => {
  const { section, candidacy, t } = saving;
  switch (section.kind) {
    case 'membership':
      return savePrice(saving);
    case 'accommodation':
      return saveAccommodation(saving);
    case 'register':
      return saveListing(saving);
    case 'requirement': {
      const { requirement } = section;
      if (requirement.kind === 'attestation') return sign(saving, requirement);
      return claimFor(candidacy, requirement.id) === undefined ? [{ name: 'entries', message: t('addOne') }] : [];
    }
  }
};
