import { settingLabel } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { Program, RequirementOf } from '../../schema/program.ts';
import { type Answers, chosen, type Inquiry, isAnswered, none, type Reading, rangeOf, unsure } from './answers.ts';

type Experience = RequirementOf<'experience'>;
type Part = NonNullable<Experience['ofWhich']>[number];

export const workKey = 'work';
const yearsKey = (setting: string): string => `years:${setting}`;
const roleKey = (role: string): string => `role-years:${role}`;

/** Years of full-time work that a rule asks for; hours are put on years by the rule's own year. */
export function yearsNeeded(rule: Experience | Part, hoursPerYear = 2080): number {
  if (rule.fullTimeYears !== undefined) return rule.fullTimeYears;
  const year = 'hoursPerYear' in rule ? (rule.hoursPerYear ?? hoursPerYear) : hoursPerYear;
  return (rule.hours ?? 0) / year;
}

function experiences(programs: readonly Program[]): readonly { program: Program; rule: Experience }[] {
  return programs.flatMap((program) =>
    program.requirements.flatMap((rule) => (rule.kind === 'experience' ? [{ program, rule }] : [])),
  );
}

const rising = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

/** The thresholds that any program sets for work in a setting, its narrower rules included. */
function settingThresholds(programs: readonly Program[], setting: string): readonly number[] {
  return rising(
    experiences(programs).flatMap(({ rule }) => {
      if (!rule.settings.includes(setting)) return [];
      const parts = (rule.ofWhich ?? []).filter(
        ({ roles, settings }) => roles === undefined && settings?.includes(setting),
      );
      return [yearsNeeded(rule), ...parts.map((part) => yearsNeeded(part, rule.hoursPerYear))];
    }),
  );
}

function roleThresholds(programs: readonly Program[], role: string): readonly number[] {
  return rising(
    experiences(programs).flatMap(({ rule }) =>
      (rule.ofWhich ?? []).flatMap((part) =>
        part.roles?.includes(role) === true ? [yearsNeeded(part, rule.hoursPerYear)] : [],
      ),
    ),
  );
}

function scale(key: string, what: string, isRole: boolean, thresholds: readonly number[]): Inquiry {
  const steps = thresholds.map((years, index) => {
    const next = thresholds[index + 1];
    const label =
      next === undefined ? text('inquiry.years-from', { years }) : text('inquiry.years-between', { years, next });
    return { value: String(years), label };
  });
  const [first = 1] = thresholds;
  return {
    key,
    choose: 'one',
    prompt: isRole ? text('inquiry.role-years', { role: what }) : text('inquiry.years', { setting: what }),
    hint: text('inquiry.years-hint'),
    options: [
      { value: '0', label: text('inquiry.years-under', { years: first }) },
      ...steps,
      { value: unsure, label: text('inquiry.unsure') },
    ],
  };
}

/** What can be asked about work: where, how long there, how long in a role. */
export function workInquiries(programs: readonly Program[]): readonly Inquiry[] {
  const settings = new Map<string, string>();
  const roles = new Map<string, string>();
  for (const { program, rule } of experiences(programs)) {
    for (const id of rule.settings) if (!settings.has(id)) settings.set(id, settingLabel(program, id));
    for (const id of (rule.ofWhich ?? []).flatMap((part) => part.roles ?? [])) {
      roles.set(id, program.roles?.find((role) => role.id === id)?.label ?? id);
    }
  }
  if (settings.size === 0) return [];
  const where: Inquiry = {
    key: workKey,
    choose: 'several',
    prompt: text('inquiry.work'),
    hint: text('inquiry.several'),
    options: [
      ...[...settings].map(([value, words]) => ({ value, label: text('given', { words }) })),
      { value: none, label: text('inquiry.none') },
    ],
  };
  return [
    where,
    ...[...settings].map(([id, label]) => scale(yearsKey(id), label, false, settingThresholds(programs, id))),
    ...[...roles].map(([id, label]) => scale(roleKey(id), label, true, roleThresholds(programs, id))),
  ];
}

interface Counted {
  readonly least: number;
  readonly below: number;
  readonly asks: readonly string[];
}

/** The sum of what was answered for several settings or roles. */
function countAll(
  keys: readonly string[],
  answers: Answers,
  thresholdsOf: (key: string) => readonly number[],
): Counted {
  let [least, below] = [0, 0];
  const asks: string[] = [];
  for (const key of keys) {
    const range = rangeOf(answers[key], thresholdsOf(key));
    least += range.least;
    below += range.below;
    if (!isAnswered(answers, key)) asks.push(key);
  }
  return { least, below, asks };
}

const months = (years: number): number => Math.max(1, Math.ceil(years * 12 - 1e-9));

function weigh(needed: number, counted: Counted, what: string): Reading {
  const { least, below, asks } = counted;
  if (least >= needed) return { state: 'met', reason: text('reading.years-met', { needed }), asks: [] };
  // Nothing worked in any of the settings is 0, and not "below 0".
  if (below <= needed || (asks.length === 0 && below === 0)) {
    const missing = Math.round((needed - least) * 10) / 10;
    return {
      state: 'missing',
      reason: text('reading.years-missing', { needed, missing }),
      remedy: text('reading.years-remedy', { what, missing }),
      takesMonths: months(needed - least),
      asks: [],
    };
  }
  return { state: 'unknown', reason: text('reading.years-unknown', { needed }), asks };
}

function readPart(rule: Experience, part: Part, answers: Answers, programs: readonly Program[]): Reading {
  const needed = yearsNeeded(part, rule.hoursPerYear);
  if (part.roles !== undefined) {
    const roles = new Map(part.roles.map((role) => [roleKey(role), role]));
    const counted = countAll([...roles.keys()], answers, (key) => roleThresholds(programs, roles.get(key) ?? ''));
    return weigh(needed, counted, part.title);
  }
  const settings = part.settings ?? rule.settings;
  return readSettings(needed, settings, part.title, answers, programs);
}

function readSettings(
  needed: number,
  settings: readonly string[],
  what: string,
  answers: Answers,
  programs: readonly Program[],
): Reading {
  const where = chosen(answers, workKey);
  if (where === undefined) {
    const asks = isAnswered(answers, workKey) ? [] : [workKey];
    return { state: 'unknown', reason: text('reading.years-unknown', { needed }), asks };
  }
  const own = settings.filter((setting) => where.has(setting));
  const byKey = new Map(own.map((setting) => [yearsKey(setting), setting]));
  const counted = countAll([...byKey.keys()], answers, (key) => settingThresholds(programs, byKey.get(key) ?? ''));
  return weigh(needed, counted, what);
}

/** What the answers about work say of a requirement; the whole and each narrower rule have to be met. */
export function readExperience(
  program: Program,
  rule: Experience,
  answers: Answers,
  programs: readonly Program[],
): Reading {
  const what = rule.settings.map((id) => settingLabel(program, id)).join(', ');
  const whole = readSettings(yearsNeeded(rule), rule.settings, what, answers, programs);
  if (whole.state !== 'met') return whole;
  const parts = (rule.ofWhich ?? []).map((part) => readPart(rule, part, answers, programs));
  return parts.find(({ state }) => state === 'missing') ?? parts.find(({ state }) => state === 'unknown') ?? whole;
}
