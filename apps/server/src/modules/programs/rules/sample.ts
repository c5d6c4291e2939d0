import {
  type Circumstances,
  type Fact,
  listCircumstances,
  type Program,
  quote,
  type Standing,
  say,
  standing,
  trackTitle,
} from '@testamur/program';

/** The circumstances that were asked for, each part of them the first one where it was not or is not there. */
export const sampleCircumstances = (program: Program, asked: Circumstances): Circumstances => {
  const region = program.regions?.find(({ id }) => id === asked.region) ?? program.regions?.[0];
  const track = program.tracks?.map(({ id, options }) => [
    id,
    (options.find((option) => option.id === asked.track?.[id]) ?? options[0])?.id ?? '',
  ]);
  return {
    ...(region === undefined ? {} : { region: region.id }),
    ...(track === undefined ? {} : { track: Object.fromEntries(track) }),
  };
};

/** Where somebody stands who has begun a moment ago. */
export const sampleStanding = (program: Program, { region, track }: Circumstances, now: Date): Standing => {
  const at = now.toISOString();
  const by = { kind: 'candidate' } as const;
  const facts: Fact[] = [
    { id: '1', kind: 'candidacy-begun', at, by, edition: program.edition, data: track === undefined ? {} : { track } },
  ];
  if (region !== undefined) {
    facts.push({ id: '2', kind: 'region-declared', at, by, edition: program.edition, data: { region } });
  }
  return standing(program, facts, at);
};

/** Everybody who fits pays one of these until certified. */
export const priceTable = (program: Program, at: Date) =>
  listCircumstances(program).flatMap((place) =>
    program.payerClasses.map(({ id, label }) => {
      const { lines, totalMinor, currency } = quote(program, { ...place, payerClass: id, at: at.toISOString() });
      const region = program.regions?.find((one) => one.id === place.region);
      const title = trackTitle(program, place);
      return {
        payerClass: { id, label },
        ...(region === undefined ? {} : { region: { id: region.id, title: region.title } }),
        ...(place.track === undefined || title === undefined ? {} : { track: { options: place.track, title } }),
        currency,
        totalMinor,
        lines: lines.map((line) => ({
          fee: line.fee,
          kind: line.kind,
          title: say(line.title, program.language),
          amountMinor: line.amountMinor,
        })),
      };
    }),
  );
