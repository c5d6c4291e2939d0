import { bottomText, escaped, petals, ring, sizeFor, teeth, titleLines, topText } from './shapes.ts';

/** What the picture of a badge says. */
export interface BadgeFacts {
  readonly title: string;
  /** In the middle of the seal. */
  readonly abbreviation: string;
  readonly organizationName: string;
  readonly organizationAbbreviation: string;
  readonly edition: string;
  readonly demonstration: boolean;
}

/** The side of the picture, in pixels. */
export const badgeSide = 600;

const brass = '#7A5A10';
const brassDark = '#553E08';
const brassLight = '#DDBB62';
const paper = '#FAF9F6';
const ink = '#1B2024';

const words = ({ organizationName, organizationAbbreviation, edition, demonstration }: BadgeFacts) => ({
  // A name that would be too small to read gives way to its abbreviation.
  top: [...organizationName].length <= 62 ? organizationName : organizationAbbreviation,
  bottom: demonstration ? 'Demonstration' : `Edition ${edition}`,
});

const frame = (facts: Pick<BadgeFacts, 'title' | 'organizationName'>, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${badgeSide}" height="${badgeSide}" viewBox="0 0 600 600" role="img"><title>${escaped(`${facts.title}, ${facts.organizationName}`)}</title>${content}</svg>`;

const middle = (letters: string, y: number, fill: string): string => {
  const size = sizeFor(letters, 252, 104, 0.7);
  return `<text x="300" y="${Math.round(y + size * 0.35)}" text-anchor="middle" font-family="Source Serif 4" font-weight="600" font-size="${size}" fill="${fill}">${escaped(letters)}</text>`;
};

/** A band of paper over the seal, its ends folded behind it. */
const ribbon = (title: string): string => {
  const { lines, size } = titleLines(title);
  const height = lines.length === 1 ? 74 : 104;
  const top = 418 - height / 2;
  const rows = lines.map(
    (line, at) =>
      `<text x="300" y="${Math.round(418 + size * (0.34 + 1.16 * (at - (lines.length - 1) / 2)))}" text-anchor="middle" font-family="Source Serif 4" font-weight="600" font-size="${size}" fill="${ink}">${escaped(line)}</text>`,
  );
  const fold = (mirror: string) =>
    `<g${mirror}><path fill="${brassLight}" d="M62 ${top + 18}H6l22 ${height / 2}l-22 ${height / 2}h56z"/><path fill="${brassDark}" d="M34 ${top + height}h28v18z"/></g>`;
  return `${fold('')}${fold(' transform="matrix(-1 0 0 1 600 0)"')}<path fill="${paper}" stroke="${brassLight}" stroke-width="3" d="M34 ${top}h532v${height}h-532z"/>${rows.join('')}`;
};

/** The badge: the seal of the certification in brass, with its title, its body and its edition. */
export const drawBadge = (facts: BadgeFacts): string => {
  const { top, bottom } = words(facts);
  const seal = [
    `<path fill="${brass}" d="${teeth(296, 288, 96)}"/>`,
    `<g fill="none" stroke="${brassLight}">${ring(278, 3)}${ring(271, 1.2)}${ring(226, 2)}`,
    `<path stroke-width="1.1" d="${petals(220, 176, 44)}"/><path stroke-width="1.1" d="${petals(216, 180, 44, 0.5)}"/></g>`,
    `<circle cx="300" cy="300" r="168" fill="${brass}" stroke="${brassLight}" stroke-width="2"/>`,
    `<g fill="${brassLight}">${topText(top)}${bottomText(bottom)}</g>`,
  ];
  return frame(facts, `${seal.join('')}${middle(facts.abbreviation, 262, brassLight)}${ribbon(facts.title)}`);
};

/** The mark of a certification: the same seal in lines, for a card, a signature or a profile, on any light ground. */
export const drawMark = (facts: BadgeFacts): string => {
  const { top, bottom } = words(facts);
  const title = [...facts.title].length <= 46 && !facts.demonstration ? facts.title : bottom;
  return frame(
    facts,
    [
      `<circle cx="300" cy="300" r="296" fill="${paper}"/>`,
      `<g fill="none" stroke="${brass}">${ring(288, 6)}${ring(276, 1.6)}${ring(222, 2)}`,
      `<path stroke-width="1.1" d="${petals(216, 178, 44)}"/><path stroke-width="1.1" d="${petals(216, 178, 44, 0.5)}"/>${ring(170, 2)}</g>`,
      `<circle cx="300" cy="300" r="169" fill="${paper}"/>`,
      `<g fill="${brass}">${topText(top)}${bottomText(title, 190)}</g>`,
      middle(facts.abbreviation, 300, brass),
    ].join(''),
  );
};
