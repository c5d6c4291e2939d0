import { applies, type Circumstances } from '../../circumstances.ts';
import { specificityOf } from '../../prices/price.ts';
import type { Price, Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

/** Circumstances in words, such as ` in north, expert`; empty where there is only one. */
function inWords({ region, track }: Circumstances): string {
  const parts = [region, ...Object.values(track ?? {})].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : ` in ${parts.join(', ')}`;
}

function rowFor(payerClass: string | undefined, { region, track }: Circumstances): string {
  const scope = Object.entries({ ...(region === undefined ? {} : { region }), ...track });
  const places = scope.map(([axis, value]) => `${axis}: [${value}]`).join(', ');
  const parts = [
    ...(payerClass === undefined ? [] : [`payerClass: ${payerClass}`]),
    ...(places === '' ? [] : [`for: { ${places} }`]),
    'amount: "…"',
  ];
  return `{ ${parts.join(', ')} }`;
}

function rowsFor(prices: readonly Price[], payerClass: string, place: Circumstances): readonly Price[] {
  return prices.filter((row) => (row.payerClass ?? payerClass) === payerClass && applies(row, place) === true);
}

/** Each class has a price in each place, and one that holds before any date. */
function checkGaps(
  payerClass: string,
  prices: readonly Price[],
  places: readonly Circumstances[],
  path: Path,
  report: Report,
) {
  const bare = places.filter((place) => rowsFor(prices, payerClass, place).length === 0);
  const [first] = bare;
  if (first !== undefined) {
    const isEverywhere = bare.length === places.length;
    const more = !isEverywhere && bare.length > 1 ? `, nor for ${bare.length - 1} other circumstances` : '';
    const where = isEverywhere ? '' : inWords(first);
    report(
      path,
      `There is no price for "${payerClass}"${where}${more}.`,
      `Add ${rowFor(payerClass, isEverywhere ? {} : first)}.`,
    );
    return;
  }
  const dated = places.find((place) => rowsFor(prices, payerClass, place).every(({ from }) => from !== undefined));
  if (dated === undefined) return;
  report(
    path,
    `The prices for "${payerClass}"${places.length > 1 ? inWords(dated) : ''} all begin at a date; nothing holds before it.`,
    'Leave "from" off the first.',
  );
}

/** No two rows that hold at the same place from the same day name as much as each other. */
function checkTies(
  payerClass: string,
  prices: readonly Price[],
  places: readonly Circumstances[],
  seen: Set<Price>,
  path: Path,
  report: Report,
) {
  for (const place of places) {
    const rows = rowsFor(prices, payerClass, place);
    for (const [index, row] of rows.entries()) {
      const isTied = rows
        .slice(0, index)
        .some((before) => specificityOf(before) === specificityOf(row) && before.from === row.from);
      if (!isTied || seen.has(row)) continue;
      seen.add(row);
      const where = places.length > 1 ? inWords(place) : '';
      const hint = 'Name more in the one that should hold, or give it a "from".';
      report([...path, prices.indexOf(row)], `A second price for "${payerClass}"${where} from the same day.`, hint);
    }
  }
}

/**
 * Whether a price list has exactly one price for everybody, everywhere and on every day.
 *
 * @param places the circumstances in which the list is looked at.
 */
export function checkPriceRows(
  program: Program,
  prices: readonly Price[],
  places: readonly Circumstances[],
  path: Path,
  report: Report,
): void {
  const seen = new Set<Price>();
  for (const { id } of program.payerClasses) {
    checkGaps(id, prices, places, path, report);
    checkTies(id, prices, places, seen, path, report);
  }
}
