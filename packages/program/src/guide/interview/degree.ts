import { text } from '../../messages/compose.ts';
import type { Program, RequirementOf } from '../../schema/program.ts';
import { degreeLevels } from '../../schema/requirements.ts';
import type { Text } from '../../text.ts';
import { type Answers, chosen, type Inquiry, isAnswered, none, type Reading, unsure } from './answers.ts';

type Education = RequirementOf<'education'>;
type Level = (typeof degreeLevels)[number];

const degreeKey = 'degree';
const fieldKey = 'degree-field';
const accreditedKey = 'degree-accredited';
const byKey = (accreditor: string): string => `degree-by:${accreditor}`;

/** How long the degrees usually take in full-time study, in months; an estimate that holds for no school in particular. */
const usualMonths: Readonly<Record<Level, number>> = {
  secondary: 12,
  certificate: 12,
  associate: 24,
  bachelor: 48,
  master: 24,
  doctorate: 48,
};

function educations(programs: readonly Program[]): readonly { program: Program; rule: Education }[] {
  return programs.flatMap((program) =>
    program.requirements.flatMap((rule) => (rule.kind === 'education' ? [{ program, rule }] : [])),
  );
}

function yesOrNo(key: string, prompt: Text): Inquiry {
  return {
    key,
    choose: 'one',
    prompt,
    options: [
      { value: 'yes', label: text('inquiry.yes') },
      { value: 'no', label: text('inquiry.no') },
      { value: unsure, label: text('inquiry.unsure') },
    ],
  };
}

export function degreeInquiries(programs: readonly Program[]): readonly Inquiry[] {
  const rules = educations(programs);
  if (rules.length === 0) return [];
  const fields = new Map<string, string>();
  const accreditors = new Map<string, string>();
  for (const { program, rule } of rules) {
    for (const id of rule.fields ?? []) fields.set(id, program.fields?.find((one) => one.id === id)?.label ?? id);
    for (const id of rule.accreditedBy ?? []) {
      accreditors.set(id, program.accreditors?.find((one) => one.id === id)?.label ?? id);
    }
  }
  return [
    {
      key: degreeKey,
      choose: 'one',
      prompt: text('inquiry.degree'),
      hint: text('inquiry.degree-hint'),
      options: [
        { value: none, label: text('inquiry.degree-none') },
        ...degreeLevels.map((level) => ({ value: level, label: text('inquiry.level', { level }) })),
        { value: unsure, label: text('inquiry.unsure') },
      ],
    },
    {
      key: fieldKey,
      choose: 'several',
      prompt: text('inquiry.degree-field'),
      hint: text('inquiry.several'),
      options: [
        ...[...fields].map(([value, words]) => ({ value, label: text('given', { words }) })),
        { value: none, label: text('inquiry.none') },
      ],
    },
    yesOrNo(accreditedKey, text('inquiry.degree-accredited')),
    ...[...accreditors].map(([id, accreditor]) => yesOrNo(byKey(id), text('inquiry.degree-by', { accreditor }))),
  ];
}

/** Months from the degree that is held to the one that is needed. */
function monthsTo(level: Level, held: Level | undefined): number {
  const from = held === undefined ? -1 : degreeLevels.indexOf(held);
  // A master's degree rests on a bachelor's; the levels below it are no steps on the way.
  const needsBachelor = degreeLevels.indexOf(level) > degreeLevels.indexOf('bachelor');
  const rest = needsBachelor && from < degreeLevels.indexOf('bachelor') ? usualMonths.bachelor : 0;
  return rest + usualMonths[level];
}

function missing(reason: Text, remedy: Text, takesMonths?: number): Reading {
  return { state: 'missing', reason, remedy, asks: [], ...(takesMonths === undefined ? {} : { takesMonths }) };
}

function readAccreditors(rule: Education, answers: Answers): Reading | undefined {
  if (rule.accreditedBy === undefined) return undefined;
  const keys = rule.accreditedBy.map(byKey);
  if (keys.some((key) => answers[key] === 'yes')) return undefined;
  if (keys.every((key) => answers[key] === 'no')) {
    const level = rule.minimumLevel;
    const remedy = text('reading.degree-by-remedy', { level });
    return missing(text('reading.degree-not-by'), remedy, usualMonths[level]);
  }
  const asks = keys.filter((key) => !isAnswered(answers, key));
  return { state: 'unknown', reason: text('reading.degree-by-unknown'), asks };
}

/** What the answers about education say of a requirement. */
export function readEducation(rule: Education, answers: Answers): Reading {
  const { minimumLevel: level } = rule;
  const degree = answers[degreeKey];
  if (degree === undefined || degree === '' || degree === unsure) {
    const asks = isAnswered(answers, degreeKey) ? [] : [degreeKey];
    return { state: 'unknown', reason: text('reading.degree-unknown', { level }), asks };
  }
  const held = degreeLevels.find((one) => one === degree);
  if (held === undefined || degreeLevels.indexOf(held) < degreeLevels.indexOf(level)) {
    const remedy = text('reading.degree-remedy', { level });
    return missing(text('reading.degree-missing', { level }), remedy, monthsTo(level, held));
  }
  if (rule.fields !== undefined) {
    const fields = chosen(answers, fieldKey);
    if (fields === undefined) {
      return { state: 'unknown', reason: text('reading.degree-field-unknown'), asks: [fieldKey] };
    }
    if (!rule.fields.some((field) => fields.has(field))) {
      const remedy = text('reading.degree-field-remedy', { level });
      return missing(text('reading.degree-field-missing'), remedy, usualMonths[level]);
    }
  }
  const accreditors = readAccreditors(rule, answers);
  if (accreditors !== undefined) return accreditors;
  if (rule.accredited && rule.accreditedBy === undefined && answers[accreditedKey] !== 'yes') {
    if (answers[accreditedKey] === 'no') {
      const remedy = text('reading.degree-accredited-remedy', { level });
      return missing(text('reading.degree-not-accredited'), remedy, usualMonths[level]);
    }
    const asks = isAnswered(answers, accreditedKey) ? [] : [accreditedKey];
    return { state: 'unknown', reason: text('reading.degree-accredited-unknown'), asks };
  }
  return { state: 'met', reason: text('reading.degree-met', { level }), asks: [] };
}
