import type { Program, RenewalStanding } from '@testamur/program';

/** Why an entry of this category cannot be logged now. Undefined where it can. */
export const educationRefusal = (
  { renewal: { routes } }: Program,
  { route: chosen }: Pick<RenewalStanding, 'route'>,
  category: string | undefined,
): { readonly code: 'renewals.no-education' | 'renewals.no-such-category'; readonly message: string } | undefined => {
  const meant = chosen === undefined ? routes : routes.filter(({ id }) => id === chosen);
  const taught = meant.filter((route) => route.kind === 'education');
  if (taught.length === 0) {
    const other = routes.find((route) => route.kind === 'education');
    const instead = other === undefined ? '' : ` To renew by education, choose "${other.title}" first.`;
    const way = meant[0]?.title ?? 'your way';
    return { code: 'renewals.no-education', message: `Renewing by "${way}" needs no education.${instead}` };
  }
  const known = taught.flatMap((route) => route.categories);
  if (category === undefined || known.some(({ id }) => id === category)) return undefined;
  const titles = [...new Set(known.map(({ id, title }) => `${id} (${title})`))].join(', ');
  return { code: 'renewals.no-such-category', message: `Choose one of these: ${titles}.` };
};
