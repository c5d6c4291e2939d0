import { isForRenewal, isSession, type Program } from '@testamur/program';
import { useWords } from './use-words.ts';
import type { Words } from './words.ts';

/** The steps from the application to the certificate, as this program takes them. */
const stepsOf = (program: Program, { t, period, list }: Words): readonly string[] => {
  const has = (kind: string) => program.fees.some((fee) => fee.kind === kind);
  const assessments = program.assessments.filter(({ id }) => !isForRenewal(program, id));
  const titles = program.tracks ? t('theAssessmentOfYours') : list(assessments.map(({ title }) => title));
  const needsWindow = assessments.some(({ kind }) => kind !== 'course');
  return [
    ...(program.tracks ? [t('stepChoose', { axes: list(program.tracks.map(({ title }) => title)) })] : []),
    ...(has('registration') ? [t('stepRegister')] : []),
    has('application') ? t('stepApplyPaid') : t('stepApply'),
    ...(has('assessment') ? [t('stepPay')] : []),
    needsWindow
      ? t('stepAssess', { titles, window: period(program.authorization.window) })
      : t('stepAssessOpen', { titles }),
    ...(assessments.some(isSession) ? [t('stepSession')] : []),
    ...(has('certification') ? [t('stepCertify')] : []),
    program.decision?.by === 'rule' ? t('stepByRule') : t('stepDecision'),
    t('stepKeep'),
  ];
};

export const ProcessPart = ({ program }: { program: Program }) => (
  <>
    <ol>
      {stepsOf(program, useWords()).map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <p>{program.usualTime.text}</p>
  </>
);
