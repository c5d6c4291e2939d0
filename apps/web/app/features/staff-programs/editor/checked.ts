import type { Api } from '../../../api.ts';

export type Checked = Awaited<ReturnType<Api['programs']['checkProgram']>>;
/** What came by HTTP carries no types of the program language; it is what the operation answers. */
export const isChecked = (answer: unknown): answer is Checked =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && (answer.ok === false || 'sample' in answer);

export type CheckedWell = Extract<Checked, { ok: true }>;
export type FileProblem = Checked['problems'][number];
export type Draft = Awaited<ReturnType<Api['programs']['getDraft']>>;

/** Whom the sample is about: a region, and an option on each axis of the tracks. */
export interface SamplePlace {
  readonly region?: string;
  readonly track?: Readonly<Record<string, string>>;
}

export const regionField = 'sample-region';
export const trackField = (axis: string): string => `sample-track-${axis}`;

const isSlug = (value: FormDataEntryValue | undefined): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9-]{0,59}$/.test(value);

/** What a form says about the sample; the first ones where it says nothing. */
export const placeIn = (form: FormData): SamplePlace => {
  const region = form.get(regionField) ?? undefined;
  const track = Object.fromEntries(
    [...form].flatMap(([name, value]) => {
      const axis = name.startsWith(trackField('')) ? name.slice(trackField('').length) : '';
      return axis !== '' && isSlug(value) ? [[axis, value] as const] : [];
    }),
  );
  return { ...(isSlug(region) ? { region } : {}), ...(Object.keys(track).length > 0 ? { track } : {}) };
};

export const views = ['problems', 'handbook', 'checklist', 'prices', 'sample'] as const;
export type View = (typeof views)[number];

export const viewOf = (asked: unknown): View | undefined => views.find((view) => view === asked);
