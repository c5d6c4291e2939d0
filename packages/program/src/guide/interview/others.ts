import { approximateDays } from '../../calendar/period.ts';
import { text } from '../../messages/compose.ts';
import type { Program, Requirement, RequirementOf } from '../../schema/program.ts';
import { type Answers, chosen, type Inquiry, isAnswered, none, type Reading, rangeOf, unsure } from './answers.ts';

const trainingKey = 'training';
const refereesKey = 'referees';
const ageKey = 'age';
const heldKey = 'credentials';
const placeKey = 'places';

function rulesOf<K extends Requirement['kind']>(programs: readonly Program[], kind: K): readonly RequirementOf<K>[] {
  return programs.flatMap(({ requirements }) =>
    requirements.filter((rule): rule is RequirementOf<K> => rule.kind === kind),
  );
}

const rising = (values: readonly number[]): readonly number[] => [...new Set(values)].sort((a, b) => a - b);

function refereeThresholds(programs: readonly Program[]): readonly number[] {
  return rising(rulesOf(programs, 'references').map(({ minimum }) => minimum));
}

function ageThresholds(programs: readonly Program[]): readonly number[] {
  return rising(rulesOf(programs, 'age').map(({ minimumYears }) => minimumYears));
}

/** One inquiry over things with a title, several of which may be true. */
function pick(key: string, prompt: Inquiry['prompt'], options: ReadonlyMap<string, string>): readonly Inquiry[] {
  if (options.size === 0) return [];
  const labels = [...options].map(([value, words]) => ({ value, label: text('given', { words }) }));
  const choices = [
    ...labels,
    { value: none, label: text('inquiry.none') },
    { value: unsure, label: text('inquiry.unsure') },
  ];
  return [{ key, choose: 'several', prompt, hint: text('inquiry.several'), options: choices }];
}

function steps(key: string, prompt: Inquiry['prompt'], thresholds: readonly number[]): readonly Inquiry[] {
  const [first] = thresholds;
  if (first === undefined) return [];
  const options = [
    { value: '0', label: text('inquiry.fewer', { count: first }) },
    ...thresholds.map((count) => ({ value: String(count), label: text('inquiry.at-least', { count }) })),
    { value: unsure, label: text('inquiry.unsure') },
  ];
  return [{ key, choose: 'one', prompt, options }];
}

/** What can be asked beside work and education. */
export function otherInquiries(programs: readonly Program[]): readonly Inquiry[] {
  const named = (
    ids: readonly string[],
    titles: (program: Program) => readonly { readonly id: string; readonly title: string }[],
  ): ReadonlyMap<string, string> => {
    const known = programs.flatMap(titles).filter(({ id }) => ids.includes(id));
    return new Map(known.map(({ id, title }) => [id, title]));
  };
  const training = rulesOf(programs, 'training').flatMap((rule) => rule.programs);
  const held = rulesOf(programs, 'credential').flatMap((rule) => rule.credentials);
  const places = rulesOf(programs, 'jurisdiction').flatMap((rule) => rule.regions);
  return [
    ...pick(
      trainingKey,
      text('inquiry.training'),
      named(training, ({ trainingPrograms = [] }) =>
        trainingPrograms.map(({ id, title, provider }) => ({ id, title: `${title}, ${provider}` })),
      ),
    ),
    ...steps(refereesKey, text('inquiry.referees'), refereeThresholds(programs)),
    ...pick(
      heldKey,
      text('inquiry.credentials'),
      named(held, ({ credentials = [] }) => credentials.map(({ id, label }) => ({ id, title: label }))),
    ),
    ...steps(ageKey, text('inquiry.age'), ageThresholds(programs)),
    ...pick(
      placeKey,
      text('inquiry.places'),
      named(places, ({ regions = [] }) => regions.map(({ id, title }) => ({ id, title }))),
    ),
  ];
}

/** Whether one of several things was chosen. */
function readPick(
  key: string,
  wanted: readonly string[],
  answers: Answers,
  what: string,
  takesMonths?: number,
): Reading {
  const found = chosen(answers, key);
  if (found === undefined) {
    const asks = isAnswered(answers, key) ? [] : [key];
    return { state: 'unknown', reason: text('reading.pick-unknown', { what }), asks };
  }
  if (wanted.some((id) => found.has(id))) return { state: 'met', reason: text('reading.pick-met', { what }), asks: [] };
  return {
    state: 'missing',
    reason: text('reading.pick-missing', { what }),
    remedy: text('reading.pick-remedy', { what }),
    asks: [],
    ...(takesMonths === undefined ? {} : { takesMonths }),
  };
}

function readSteps(
  key: string,
  needed: number,
  thresholds: readonly number[],
  answers: Answers,
  missing: Pick<Reading, 'reason' | 'remedy' | 'takesMonths'>,
): Reading {
  const { least, below } = rangeOf(answers[key], thresholds);
  if (least >= needed) return { state: 'met', reason: text('reading.count-met', { count: needed }), asks: [] };
  if (below <= needed) return { state: 'missing', asks: [], ...missing };
  const asks = isAnswered(answers, key) ? [] : [key];
  return { state: 'unknown', reason: text('reading.count-unknown', { count: needed }), asks };
}

/** What the answers say of a requirement that is about neither work nor education. */
export function readOther(
  program: Program,
  rule: Exclude<Requirement, { kind: 'experience' | 'education' }>,
  answers: Answers,
  programs: readonly Program[],
): Reading {
  const what = rule.title;
  switch (rule.kind) {
    case 'training': {
      const study = program.preparation?.tuition === undefined ? undefined : program.usualTime.period;
      const takes = study === undefined ? undefined : Math.ceil(approximateDays(study) / 30.4375);
      return readPick(trainingKey, rule.programs, answers, what, takes);
    }
    case 'credential':
      return readPick(heldKey, rule.credentials, answers, what);
    case 'jurisdiction':
      return readPick(placeKey, rule.regions, answers, what);
    case 'references': {
      const reason = text('reading.referees-missing', { count: rule.minimum });
      const remedy = text('reading.referees-remedy', { count: rule.minimum });
      return readSteps(refereesKey, rule.minimum, refereeThresholds(programs), answers, { reason, remedy });
    }
    case 'age': {
      const reason = text('reading.age-missing', { years: rule.minimumYears });
      return readSteps(ageKey, rule.minimumYears, ageThresholds(programs), answers, { reason });
    }
    default:
      return { state: 'step', reason: text('reading.step'), asks: [] };
  }
}
