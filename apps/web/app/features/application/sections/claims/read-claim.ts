import { documentVersion, type Program, type Requirement } from '@testamur/program';
import type { FieldError } from '../../../../forms/form-problem.ts';
import { readDate } from '../../../../parts/date-parts.ts';
import type { Translate } from '../../../../text/format.ts';
import type { Claim } from '../../candidacy.ts';
import { failed, type Read, textOf } from '../entries/read-form.ts';
import type { messages } from './claim-messages.ts';

type T = Translate<typeof messages>;

const refused = (...errors: readonly (FieldError | false)[]): Read<never> => ({ ok: false, errors: failed(errors) });
const stated = (entry: Claim): Read<Claim> => ({ ok: true, entry });

const readTraining = (form: FormData, t: T): Read<Claim> => {
  const trainingProgram = textOf(form, 'trainingProgram');
  const completedOn = readDate(form, 'completedOn');
  if (trainingProgram !== '' && completedOn.ok) {
    return stated({ kind: 'training', trainingProgram, completedOn: completedOn.date });
  }
  return refused(
    trainingProgram === '' && { name: 'trainingProgram', message: t('chooseTraining') },
    !completedOn.ok && { name: 'completedOn', message: t('enterTrainingOn') },
  );
};

const readHeld = (form: FormData, fileIds: string[], t: T): Read<Claim> => {
  const [credential, number] = [textOf(form, 'credential'), textOf(form, 'number')];
  const until = readDate(form, 'validUntil');
  const hasNoEnd = !until.ok && until.reason === 'empty';
  if (credential === '' || number === '' || (!until.ok && !hasNoEnd)) {
    return refused(
      credential === '' && { name: 'credential', message: t('chooseHeld') },
      number === '' && { name: 'number', message: t('enterHeldNumber') },
      !until.ok && !hasNoEnd && { name: 'validUntil', message: t('enterHeldUntil') },
    );
  }
  const claim = { kind: 'credential' as const, credential, number, fileIds };
  return stated(until.ok ? { ...claim, validUntil: until.date } : claim);
};

/**
 * What one form states for a requirement. Those that are stated entry by entry, or by what others say, have pages of their
 * own: for them it is undefined.
 */
export const readClaim = (
  form: FormData,
  program: Program,
  requirement: Requirement,
  fileIds: string[],
  t: T,
): Read<Claim> | undefined => {
  const signedName = textOf(form, 'signedName');
  const unsigned = { name: 'signedName', message: t('enterName') };
  switch (requirement.kind) {
    case 'attestation':
      if (signedName === '') return refused(unsigned);
      return stated({ kind: 'attestation', signedName, documentVersion: documentVersion(program, requirement) });
    case 'background-check':
      return signedName === '' ? refused(unsigned) : stated({ kind: 'background-check', signedName });
    case 'registration':
      return stated({ kind: 'registration' });
    case 'age': {
      const bornOn = readDate(form, 'bornOn');
      if (!bornOn.ok) return refused({ name: 'bornOn', message: t('enterBornOn') });
      return stated({ kind: 'age', bornOn: bornOn.date });
    }
    case 'training':
      return readTraining(form, t);
    case 'credential':
      return readHeld(form, fileIds, t);
    default:
      return undefined;
  }
};
