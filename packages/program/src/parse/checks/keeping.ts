import { approximateDays } from '../../calendar/period.ts';
import type { Program, RenewalRouteOf } from '../../schema/program.ts';
import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';

function checkHours(route: RenewalRouteOf<'education'>, path: Path, report: Report): void {
  let minima = 0;
  let reachable = 0;
  for (const [index, { title, minimum = 0, maximum }] of route.categories.entries()) {
    minima += minimum;
    reachable += maximum ?? Number.POSITIVE_INFINITY;
    if (maximum === undefined || minimum <= maximum) continue;
    report(
      [...path, 'categories', index, 'minimum'],
      `At least ${minimum} and at most ${maximum} hours of "${title}" cannot both hold.`,
    );
  }
  if (reachable < route.hours) {
    report(
      [...path, 'hours'],
      `Nobody can renew: at most ${reachable} hours count in all categories together, and ${route.hours} are needed.`,
      'Raise a maximum, leave one off, or ask for fewer hours.',
    );
  }
  if (minima > route.hours) {
    report(
      [...path, 'hours'],
      `The minima of the categories add up to ${minima} hours, more than the ${route.hours} of the cycle.`,
      `Set "hours: ${Math.ceil(minima)}", or lower a minimum.`,
    );
  }
  if (route.carryOver !== undefined && route.carryOver >= route.hours) {
    report(
      [...path, 'carryOver'],
      `${route.carryOver} hours can be carried over, as many as a cycle needs: nobody would have to learn anything.`,
    );
  }
}

function checkRoutes(program: Program, report: Report): void {
  for (const [index, route] of program.renewal.routes.entries()) {
    const path = ['renewal', 'routes', index];
    if (route.kind === 'education') checkHours(route, path, report);
  }
}

function checkFees(program: Program, report: Report): void {
  const routes = program.renewal.routes.map(({ id }) => id);
  for (const [index, fee] of program.fees.entries()) {
    const path = ['fees', index];
    if (fee.kind === 'renewal' && fee.route !== undefined && !routes.includes(fee.route)) {
      const guess = closest(fee.route, routes);
      const hint = guess === undefined ? `Routes here: ${routes.join(', ')}.` : `Did you mean "${guess}"?`;
      report([...path, 'route'], `There is no way to renew called "${fee.route}".`, hint);
    }
    if (fee.kind !== 'maintenance') continue;
    if (approximateDays(fee.grace) >= approximateDays(fee.every)) {
      report([...path, 'grace'], `${fee.grace} is as long as the time until the next fee (${fee.every}), or longer.`);
    }
    if (approximateDays(fee.dueWithin) >= approximateDays(fee.every)) {
      report([...path, 'dueWithin'], `The invoice would go out before the fee of the time before is due.`);
    }
  }
}

function checkTransition({ transition, edition }: Program, report: Report): void {
  const index = transition?.from.indexOf(edition) ?? -1;
  if (index < 0) return;
  report(['transition', 'from', index], `The edition "${edition}" cannot follow itself.`, 'Name the earlier editions.');
}

/** Ways to renew that nobody can go, fees that overlap, an edition that follows itself. */
export function checkKeeping(program: Program, report: Report): void {
  checkRoutes(program, report);
  checkFees(program, report);
  checkTransition(program, report);
}
