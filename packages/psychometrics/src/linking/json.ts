import type { Link } from './link.ts';

/** A link as JSON: `slope` and `intercept`, and what they rest on. */
export function linkJson(link: Link): Link {
  return link;
}
