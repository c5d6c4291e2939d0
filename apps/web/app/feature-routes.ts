import type { RouteConfigEntry } from '@react-router/dev/routes';

/**
 * The parts of the site. Each has its layout and its own paths:
 * - `public`: header and footer, works without JavaScript; paths from the root;
 * - `candidate`: signed-in people; paths from the root, such as `me/credentials/:id`;
 * - `staff`: paths below `/staff/:org`;
 * - `link`: behind a personal link, without an account; no navigation; paths from the root;
 * - `exam`: nothing but the page; paths from the root;
 * - `resource`: no page at all (a calendar file, an export); paths from the root.
 */
export const areas = ['public', 'candidate', 'staff', 'link', 'exam', 'resource'] as const;
export type Area = (typeof areas)[number];

/** What a feature adds to the site, by area. */
export type FeatureRoutes = Partial<Record<Area, RouteConfigEntry[]>>;
