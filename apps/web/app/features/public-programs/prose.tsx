/** Text of a program file; an empty line in it begins a new paragraph. */
export const Prose = ({ children }: { children: string }) =>
  children
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>);
