/** Text of a program; an empty line begins a paragraph. */
export const Prose = ({ text }: { text: string }) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => <p key={paragraph}>{paragraph}</p>);
