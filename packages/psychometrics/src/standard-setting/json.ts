import type { ItemRatingStandard } from './angoff.ts';
import type { Bookmark } from './bookmark.ts';
import type { Borderline } from './borderline.ts';
import type { Contrasting } from './contrasting.ts';
import type { Hofstee } from './hofstee.ts';

/**
 * Any standard as one JSON object; `cut`, `se` and `judges` are fixed names, and `cut` is on the scale of raw scores.
 */
export function standardJson(
  result: ItemRatingStandard | Bookmark | Borderline | Contrasting | Hofstee,
): Record<string, unknown> {
  const { cut, se, judges, ...more } = result;
  return { cut, se, judges, ...more };
}

/** The result of `angoff`, `nedelsky` or `ebel` as one JSON object. */
export const angoffJson = (result: ItemRatingStandard): Record<string, unknown> => standardJson(result);
/** The result of `hofstee` as one JSON object. */
export const hofsteeJson = (result: Hofstee): Record<string, unknown> => standardJson(result);
/** The result of `bookmark` as one JSON object. */
export const bookmarkJson = (result: Bookmark): Record<string, unknown> => standardJson(result);
/** The result of `contrasting` as one JSON object. */
export const contrastingJson = (result: Contrasting): Record<string, unknown> => standardJson(result);
/** The result of `borderline` as one JSON object. */
export const borderlineJson = (result: Borderline): Record<string, unknown> => standardJson(result);
