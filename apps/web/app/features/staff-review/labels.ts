import type { Program } from '@testamur/program';

/** How the program calls what claims name by id. */
export interface Labels {
  readonly settings: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly accreditors: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  readonly trainingPrograms: Readonly<Record<string, { readonly title: string; readonly provider: string }>>;
}

const byId = (
  list: readonly { readonly id: string; readonly label: string }[] = [],
): Readonly<Record<string, string>> => Object.fromEntries(list.map(({ id, label }) => [id, label]));

export const labelsOf = (program: Program): Labels => ({
  settings: byId(program.settings),
  roles: byId(program.roles),
  fields: byId(program.fields),
  accreditors: byId(program.accreditors),
  credentials: byId(program.credentials),
  trainingPrograms: Object.fromEntries(
    (program.trainingPrograms ?? []).map(({ id, title, provider }) => [id, { title, provider }]),
  ),
});
