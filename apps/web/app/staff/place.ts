import type { Inside } from '../loading/load.ts';
import { requireMembership, requireViewer } from '../loading/sign-in.ts';

/** Where a member of the staff stands: which organization, as what. */
export interface StaffPlace {
  /** Its slug. */
  readonly organization: string;
  /** Its pages lie below, such as `/staff/demo`. */
  readonly base: string;
  readonly roles: readonly string[];
  readonly personId: string;
  readonly name: string;
}

/** For loaders and actions of staff pages. */
export const staffPlace = (
  { url, params }: { readonly url: URL; readonly params: { readonly org?: string | undefined } },
  inside: Inside,
): StaffPlace => {
  const { slug, roles } = requireMembership(url, inside, params.org);
  const { personId, name } = requireViewer(url, inside.viewer);
  return { organization: slug, base: `/staff/${slug}`, roles, personId, name };
};

/** One of these roles is held; what it may do is decided by the API, what is offered by this. */
export const holds = ({ roles }: Pick<StaffPlace, 'roles'>, ...any: readonly string[]): boolean =>
  any.some((role) => roles.includes(role));
