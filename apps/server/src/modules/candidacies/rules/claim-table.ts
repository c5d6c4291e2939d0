import { type Claim, labelOf, type Program, settingLabel, titleOf } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { ApplicationRequirement } from '../../../platform/pdf/index.ts';

type Table = Pick<ApplicationRequirement, 'columns' | 'rows'>;

const levels = {
  secondary: 'Secondary school',
  certificate: 'Certificate',
  associate: 'Associate degree',
  bachelor: "Bachelor's degree",
  master: "Master's degree",
  doctorate: 'Doctorate',
} as const;

const named = (list: Parameters<typeof labelOf>[0], id: string | undefined): string =>
  id === undefined ? '–' : id === 'other' ? 'Other' : labelOf(list, id);

/** A column that only some programs have. */
const where = <T>(isThere: boolean, value: T): readonly T[] => (isThere ? [value] : []);

const experience = (program: Program, { entries }: Extract<Claim, { kind: 'experience' }>): Table => {
  const hasRoles = program.roles !== undefined;
  return {
    columns: ['Employer', 'Position', 'Where', ...where(hasRoles, 'Role'), 'From', 'To', 'Share of full time'],
    rows: entries.map((entry) => [
      entry.employer,
      entry.position,
      entry.setting === 'other' ? 'Other' : settingLabel(program, entry.setting),
      ...where(hasRoles, named(program.roles, entry.role)),
      formatDay(entry.from),
      entry.to === undefined ? 'Goes on' : formatDay(entry.to),
      `${entry.fullTimePercent} %`,
    ]),
  };
};

const education = (program: Program, { entries }: Extract<Claim, { kind: 'education' }>): Table => {
  const { fields, accreditors } = program;
  return {
    columns: [
      ...['Institution', 'Degree', 'Field'],
      ...where(fields !== undefined, 'Counts as'),
      'Awarded',
      'Accredited',
      ...where(accreditors !== undefined, 'By'),
    ],
    rows: entries.map((entry) => [
      ...[entry.institution, levels[entry.level], entry.field],
      ...where(fields !== undefined, named(fields, entry.fieldId)),
      formatDay(entry.awardedOn),
      entry.accredited ? 'Yes' : 'No',
      ...where(accreditors !== undefined, named(accreditors, entry.accreditedBy)),
    ]),
  };
};

/** What was stated, one entry a row. */
export const claimTable = (program: Program, claim: Claim, declaredAt: string): Table => {
  switch (claim.kind) {
    case 'experience':
      return experience(program, claim);
    case 'education':
      return education(program, claim);
    case 'course':
      return {
        columns: ['Course', 'Provider', 'Hours', 'Completed'],
        rows: claim.entries.map((entry) => [
          entry.title,
          entry.provider,
          String(entry.hours),
          formatDay(entry.completedOn),
        ]),
      };
    case 'document':
    case 'work-samples':
      return {
        columns: [claim.kind === 'document' ? 'Document' : 'Piece of work', 'Made on'],
        rows: claim.entries.map((entry) => [entry.title, formatDay(entry.issuedOn)]),
      };
    case 'training':
      return {
        columns: ['Training', 'Completed'],
        rows: [[titleOf(program.trainingPrograms, claim.trainingProgram), formatDay(claim.completedOn)]],
      };
    case 'credential':
      return {
        columns: ['Credential', 'Number', 'Valid until'],
        rows: [
          [
            labelOf(program.credentials, claim.credential),
            claim.number,
            claim.validUntil === undefined ? 'No end stated' : formatDay(claim.validUntil),
          ],
        ],
      };
    case 'age':
      return { columns: ['Born on'], rows: [[formatDay(claim.bornOn)]] };
    case 'attestation':
      return {
        columns: ['Version', 'Signed as', 'Signed on'],
        rows: [[claim.documentVersion, claim.signedName, formatDay(declaredAt)]],
      };
    case 'background-check':
      return { columns: ['Consent signed as', 'Signed on'], rows: [[claim.signedName, formatDay(declaredAt)]] };
    case 'registration':
      return { columns: ['Registered on'], rows: [[formatDay(declaredAt)]] };
  }
};
