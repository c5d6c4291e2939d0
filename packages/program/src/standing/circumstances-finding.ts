import { applies as appliesTo, type Circumstances } from '../circumstances.ts';
import type { Instant } from '../facts.ts';
import type { Fee, Program } from '../schema/program.ts';
import { type Ledger, select } from './ledger/ledger.ts';

/** Where the candidate is, and which track was chosen. */
export interface CircumstancesFinding extends Circumstances {
  /** When the region was declared last. */
  readonly regionSince?: Instant;
  /** Rules or prices depend on a region, and none is declared. */
  readonly needsRegion: boolean;
}

interface Scoped {
  readonly for?: Readonly<Record<string, readonly string[]>>;
}

function isRegional({ for: scope }: Scoped): boolean {
  return scope?.region !== undefined;
}

function listPrices(fee: Fee): readonly Scoped[] {
  return fee.kind === 'assessment' && Array.isArray(fee.retake) ? [...fee.prices, ...fee.retake] : fee.prices;
}

/** Whether anything that a candidate has to do or to pay differs by region. */
export function dependsOnRegion(program: Program): boolean {
  const { regions, requirements, assessments, fees, bundles = [], taxes = [] } = program;
  if (regions === undefined) return false;
  return (
    regions.some(({ currency }) => currency !== undefined) ||
    requirements.some((requirement) => isRegional(requirement) || requirement.kind === 'jurisdiction') ||
    [...assessments, ...fees, ...taxes].some(isRegional) ||
    fees.some((fee) => listPrices(fee).some(isRegional)) ||
    bundles.some(({ prices }) => prices.some(isRegional))
  );
}

/** The circumstances that the rules and prices of one candidacy depend on; of several regions the latest counts. */
export function findCircumstances(ledger: Ledger): CircumstancesFinding {
  const declared = select(ledger, 'region-declared').at(-1);
  const track = select(ledger, 'candidacy-begun')[0]?.data.track;
  return {
    ...(declared === undefined ? {} : { region: declared.data.region, regionSince: declared.at }),
    ...(track === undefined || ledger.program.tracks === undefined ? {} : { track }),
    needsRegion: declared === undefined && dependsOnRegion(ledger.program),
  };
}

/**
 * Whether a part is there for this candidate: `unknown` while it depends on a region that is not declared. A track that
 * is missing takes no part away, for nothing that is unknown may make an application easier.
 */
export function presenceOf(part: Scoped, { region, track }: Circumstances): 'there' | 'absent' | 'unknown' {
  const found = appliesTo(part, {
    ...(region === undefined ? {} : { region }),
    ...(track === undefined ? {} : { track }),
  });
  if (found === false) return 'absent';
  return found === undefined && region === undefined && isRegional(part) ? 'unknown' : 'there';
}
