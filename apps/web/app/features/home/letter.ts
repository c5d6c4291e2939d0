export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A page of this site, by its path. */
  | { readonly kind: 'page'; readonly to: string }
  | { readonly kind: 'elsewhere'; readonly href: string };

/** A letter in parts, so that its addresses are links. What ends a sentence is not part of an address. */
export const letterParts = (text: string, origin: string): readonly LetterPart[] =>
  text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:)])/).flatMap((part, at): LetterPart[] => {
    if (part === '') return [];
    if (at % 2 === 0) return [{ kind: 'text', text: part }];
    const own = part === origin || part.startsWith(`${origin}/`);
    return [own ? { kind: 'page', to: part.slice(origin.length) || '/' } : { kind: 'elsewhere', href: part }];
  });
