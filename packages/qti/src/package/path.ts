/** What an address in a document points at: a file of the package, something outside it on the web, or nothing good. */
export type Resolved =
  | { readonly kind: 'inside'; readonly path: string }
  | { readonly kind: 'web' }
  | { readonly kind: 'bad'; readonly text: string };

/**
 * The path inside the package that an address means. It is percent-decoded once; a query and a fragment are left off.
 *
 * @param folder the folder that the address is relative to, such as "items/", or "".
 */
export function resolvePath(folder: string, written: string): Resolved {
  const address = written.trim();
  if (/^[a-z][a-z0-9+.-]+:/i.test(address) || address.startsWith('//')) return { kind: 'web' };
  const path = percentDecoded(address.replace(/[?#].*$/s, ''));
  if (path === '') return { kind: 'bad', text: 'it is empty' };
  const problem = pathProblem(path);
  if (problem !== undefined) return { kind: 'bad', text: problem };
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split('/')) {
    if (part === '..' && parts.pop() === undefined) return { kind: 'bad', text: 'it leaves the package' };
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  if (parts.length === 0) return { kind: 'bad', text: 'it names a folder' };
  return { kind: 'inside', path: parts.join('/').normalize('NFC') };
}

/** What is wrong with the path by itself, whatever it is relative to: "." and ".." are looked at elsewhere. */
function pathProblem(path: string): string | undefined {
  if (/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(path))
    return 'it holds characters that cannot be seen';
  if (path.includes('\\')) return 'it holds a backslash; separate folders with "/"';
  if (path.startsWith('/')) return 'it is absolute';
  if (/^[a-z]:/i.test(path)) return 'it names a drive';
  return path.length > 1024 ? 'it is longer than 1024 characters' : undefined;
}

/** What is wrong with the name of a file in a package; undefined for a path that is safe to write below any folder. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  const problem = pathProblem(name);
  if (problem !== undefined) return problem;
  const parts = name.split('/');
  if (parts.includes('..')) return 'it climbs with ".."';
  return parts.includes('.') || parts.includes('') ? 'it holds an empty folder name or "."' : undefined;
}

/** The folder that a file is in, with "/" at its end; "" at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The address of a file as seen from a folder, percent-encoded where an address needs it. */
export function relativeAddress(folder: string, path: string): string {
  const from = folder.split('/').slice(0, -1);
  const to = path.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  const steps = [...from.slice(same).map(() => '..'), ...to.slice(same)];
  return steps.map((step) => encodeURI(step).replace(/[?#:]/g, encodeURIComponent)).join('/');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return text;
  }
}
