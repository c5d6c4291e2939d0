import { Program, type Terms } from './program.ts';
import type { Additions, Pool } from './quantity.ts';
import type { AssemblySpec, FormSpec, PoolItem, StimulusSpec } from './spec.ts';

/** The decisions of a program: which item, and which stimulus, stands on which form. */
export interface Layout extends Pool {
  readonly program: Program;
  readonly forms: readonly FormSpec[];
  /** The column of the first item on the first form; items of a form follow each other. */
  readonly itemColumn: (form: number, item: number) => number;
  readonly stimulusColumn: (form: number, stimulus: number) => number;
  /** The place of an id in the pool. @throws {RangeError} for an id that the pool lacks, with where it stood. */
  readonly placeOf: (id: string, where: string) => number;
}

/** A form as it came out: the places of its items and stimuli in the pool. */
export interface ChosenForm {
  readonly items: ReadonlySet<number>;
  readonly stimuli: ReadonlySet<number>;
}

/** The forms of a specification, named. */
export function formsOf({ forms = 1 }: AssemblySpec): readonly FormSpec[] {
  return typeof forms === 'number' ? Array.from({ length: forms }, (_, form) => ({ name: `${form + 1}` })) : forms;
}

/** Every stimulus that is described, or that an item names. */
function stimuliOf({ items, stimuli = [] }: AssemblySpec): readonly StimulusSpec[] {
  const described = new Set(stimuli.map(({ id }) => id));
  const named = new Set(
    items.flatMap(({ stimulus }) => (stimulus === undefined || described.has(stimulus) ? [] : [stimulus])),
  );
  return [...stimuli, ...[...named].map((id) => ({ id }))];
}

/** Lays out the columns: for each form its items, then its stimuli. */
export function layOut(spec: AssemblySpec): Layout {
  const program = new Program();
  const forms = formsOf(spec);
  const stimuli = stimuliOf(spec);
  const { items } = spec;
  const width = items.length + stimuli.length;
  for (let column = 0; column < forms.length * width; column += 1) program.binary();
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const layout: Layout = {
    program,
    forms,
    items,
    stimuli,
    itemColumn: (form, item) => form * width + item,
    stimulusColumn: (form, stimulus) => form * width + items.length + stimulus,
    placeOf: (id, where) => {
      const place = places.get(id);
      if (place === undefined) throw new RangeError(`${where} names item "${id}", which the pool does not have`);
      return place;
    },
  };
  tieStimuli(layout);
  return layout;
}

/** A stimulus stands on a form exactly when one of its items does. */
function tieStimuli({ program, forms, stimuli, items, itemColumn, stimulusColumn }: Layout): void {
  const members = membersOf(stimuli, items);
  forms.forEach((_, form) => {
    stimuli.forEach((_stimulus, at) => {
      const own = stimulusColumn(form, at);
      const columns = (members[at] ?? []).map((item) => itemColumn(form, item));
      for (const column of columns) program.row(null, { columns: [column, own], coefficients: [1, -1] }, -Infinity, 0);
      program.row(null, { columns: [...columns, own], coefficients: [...columns.map(() => 1), -1] }, 0, Infinity);
    });
  });
}

/** The places of the items of each stimulus. */
export function membersOf(
  stimuli: readonly StimulusSpec[],
  items: readonly PoolItem[],
): readonly (readonly number[])[] {
  return stimuli.map(({ id }) => items.flatMap(({ stimulus }, place) => (stimulus === id ? [place] : [])));
}

/** A quantity of a form as terms of its columns; what adds nothing is left out. */
export function termsOf(layout: Layout, form: number, additions: Pick<Additions, 'items' | 'stimuli'>): Terms {
  const columns: number[] = [];
  const coefficients: number[] = [];
  additions.items.forEach((addition, item) => {
    if (addition === 0) return;
    columns.push(layout.itemColumn(form, item));
    coefficients.push(addition);
  });
  additions.stimuli.forEach((addition, stimulus) => {
    if (addition === 0) return;
    columns.push(layout.stimulusColumn(form, stimulus));
    coefficients.push(addition);
  });
  return { columns, coefficients };
}

/** A quantity of a form that has been chosen. */
export function measure({ items, stimuli }: ChosenForm, additions: Pick<Additions, 'items' | 'stimuli'>): number {
  let total = 0;
  for (const item of items) total += additions.items[item] ?? 0;
  for (const stimulus of stimuli) total += additions.stimuli[stimulus] ?? 0;
  return total;
}

/** Reads the forms off a solution of the program. */
export function chosenForms(layout: Layout, values: Float64Array): readonly ChosenForm[] {
  const taken = (count: number, column: (place: number) => number): ReadonlySet<number> =>
    new Set(Array.from({ length: count }, (_, place) => place).filter((place) => (values[column(place)] ?? 0) > 0.5));
  return layout.forms.map((_, form) => ({
    items: taken(layout.items.length, (item) => layout.itemColumn(form, item)),
    stimuli: taken(layout.stimuli.length, (stimulus) => layout.stimulusColumn(form, stimulus)),
  }));
}
