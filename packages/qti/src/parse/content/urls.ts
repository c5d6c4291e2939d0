import type { ValueCheck } from './checks.ts';

const MAX_DATA_URL = 200_000;
const EXTERNAL = 'is an external resource; put the file into the package and name it by its path';
const UNSAFE = 'is not the path of a file in the package';

/** Control characters, quotes and backslashes hide schemes and hosts from a naive check. */
function isPlain(value: string): boolean {
  return /^[^\p{C}\s\\<>"]+$/u.test(value);
}

/** Whether a URL reference points into the package (as `images/sign.png` does), not to a site, a scheme or the app. */
function isPackagePath(value: string): boolean {
  // A colon before any # would make a scheme; after it, it tells hours from minutes, as in #t=00:01:10.
  return isPlain(value.replaceAll(' ', '')) && /^[^:/?#][^:#]*(#.*)?$/.test(value);
}

/** A file that a page loads by itself: from the package, so that items never call another site. */
export const packageFile: ValueCheck = (value) => {
  if (isPackagePath(value)) return true;
  return /^\s*(https?:)?\/\//i.test(value) ? EXTERNAL : UNSAFE;
};

/** As `packageFile`; also a small picture of a format that cannot carry scripts, written out in the document. */
export const pictureFile: ValueCheck = (value) => {
  if (!/^data:/i.test(value)) return packageFile(value);
  if (!/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i.test(value)) {
    return 'is a data URL that is no base64 PNG, JPEG, GIF or WebP picture';
  }
  return value.length <= MAX_DATA_URL || `is longer than ${MAX_DATA_URL} characters; put the picture into the package`;
};

/** Pictures for several densities or widths: `a.png 1x, b.png 2x`. */
export const pictureSet: ValueCheck = (value) => {
  for (const candidate of value.split(',')) {
    const [url, descriptor, ...more] = candidate.trim().split(/\s+/);
    if (url === undefined || more.length > 0) return false;
    if (descriptor !== undefined && !/^\d+(\.\d+)?[wx]$/.test(descriptor)) return false;
    const verdict = packageFile(url);
    if (verdict !== true) return verdict;
  }
  return true;
};

/** Where a person may go by choice: a place in the text, a file of the package, a site by https, a mail address. */
export const link: ValueCheck = (value) => {
  if (isPackagePath(value) || /^#[\p{L}\p{N}_.-]+$/u.test(value)) return true;
  if (!isPlain(value)) return false;
  if (/^(https:\/\/|mailto:)[^/]/i.test(value)) return true;
  return /^http:/i.test(value) ? 'is a link without encryption; use https' : false;
};
