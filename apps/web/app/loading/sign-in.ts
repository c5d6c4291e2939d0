import { redirect } from 'react-router';
import type { Membership, Viewer } from '../context.ts';
import type { Inside } from './load.ts';
import { refuse } from './refusal.ts';
import { signInPath } from './sign-in-path.ts';

/** The person who is signed in; others are sent to sign in and come back here. */
export const requireViewer = (url: URL, viewer: Viewer | undefined): Viewer => {
  if (!viewer) throw redirect(signInPath(url));
  return viewer;
};

/** The viewer's place in the organization of the path; with `roles`, one of them is needed. */
export const requireMembership = (
  url: URL,
  inside: Pick<Inside, 'viewer' | 'request'>,
  slug: string | undefined,
  roles: readonly string[] = [],
): Membership => {
  const viewer = requireViewer(url, inside.viewer);
  const membership = viewer.memberships.find((each) => each.slug === slug);
  const requestId = inside.request.id;
  // Whether the organization exists is not told to people outside it.
  if (!membership) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  if (roles.length > 0 && !roles.some((role) => membership.roles.includes(role))) {
    throw refuse(403, { code: 'web.forbidden', message: '', requestId });
  }
  return membership;
};
