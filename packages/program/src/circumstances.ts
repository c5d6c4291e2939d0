import type { Program } from './schema/program.ts';

/** What rules and prices may depend on beside the class of the payer. */
export interface Circumstances {
  /** A region of the program. */
  readonly region?: string;
  /** The option chosen on each axis of the tracks. */
  readonly track?: Readonly<Record<string, string>>;
}

interface Scoped {
  readonly for?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whether a part of a program is there under these circumstances.
 *
 * @returns undefined while an axis that it names is not known; false as soon as one that is known does not fit.
 */
export function applies(part: Scoped, { region, track }: Circumstances): boolean | undefined {
  let isKnown = true;
  for (const [axis, values] of Object.entries(part.for ?? {})) {
    const value = axis === 'region' ? region : track?.[axis];
    if (value === undefined) isKnown = false;
    else if (!values.includes(value)) return false;
  }
  return isKnown ? true : undefined;
}

/** Every combination of region and tracks that a candidate of the program can be in. */
export function listCircumstances(program: Program): readonly Circumstances[] {
  let tracks: readonly Readonly<Record<string, string>>[] = [{}];
  for (const axis of program.tracks ?? []) {
    tracks = tracks.flatMap((track) => axis.options.map(({ id }) => ({ ...track, [axis.id]: id })));
  }
  const regions = program.regions?.map(({ id }) => id) ?? [undefined];
  return regions.flatMap((region) =>
    tracks.map((track) => ({
      ...(region === undefined ? {} : { region }),
      ...(program.tracks === undefined ? {} : { track }),
    })),
  );
}

/** What the credential of a track is called: the options stand in the place of their axes in braces. */
export function credentialTitle(program: Program, { track }: Circumstances): string {
  return program.credential.title.replace(/\{([\w-]+)\}/g, (whole, axisId: string) => {
    const axis = program.tracks?.find(({ id }) => id === axisId);
    return axis?.options.find(({ id }) => id === track?.[axisId])?.title ?? whole;
  });
}

/** The track in words, such as "Word, Expert"; undefined where the program has none. */
export function trackTitle(program: Program, { track }: Circumstances): string | undefined {
  const titles = program.tracks?.flatMap((axis) => axis.options.find(({ id }) => id === track?.[axis.id])?.title ?? []);
  return titles === undefined || titles.length === 0 ? undefined : titles.join(', ');
}
