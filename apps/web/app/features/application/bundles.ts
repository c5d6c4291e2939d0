import { applies, type Bundle, type Circumstances, findFee, type Program } from '@testamur/program';
import type { Candidacy } from './candidacy.ts';

/** The value for no bundle in a form; no id has the sign. */
export const oneByOne = '_';

/** Bundles of which every fee may be asked of this candidate. */
export const listBundles = (program: Program, { region, track }: Circumstances): readonly Bundle[] => {
  const place = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
  return (program.bundles ?? []).filter(({ fees }) =>
    fees.every((id) => {
      const fee = findFee(program, id);
      return fee !== undefined && applies(fee, place) !== false;
    }),
  );
};

/** The bundle that was chosen last. */
export const chosenBundle = ({ history }: Pick<Candidacy, 'history'>): string | undefined => {
  // The API gives the latest entry first or last, so the times decide.
  const chosen = history
    .filter(({ kind }) => kind === 'bundle-chosen')
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1)?.data.bundle;
  return typeof chosen === 'string' ? chosen : undefined;
};
