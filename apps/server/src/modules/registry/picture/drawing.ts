import type { CredentialStatus } from '@testamur/program';

/** What a picture of a credential shows. */
export interface PictureFacts {
  /** Absent unless the holder agreed to be named in public: previews go where nobody asked for the number. */
  readonly holderName?: string;
  readonly title: string;
  readonly number: string;
  readonly organizationName: string;
  readonly state: CredentialStatus;
  readonly inForce: boolean;
  /** In words, such as "In force today." */
  readonly line: string;
  readonly host: string;
  readonly demonstration: boolean;
}

export const width = 1200;
export const height = 630;

const words: Readonly<Record<CredentialStatus, string>> = {
  active: 'Active',
  'renewal-due': 'Active, renewal due',
  'in-grace': 'Active, in grace',
  suspended: 'Suspended',
  lapsed: 'Lapsed',
  expired: 'Expired',
  revoked: 'Revoked',
  surrendered: 'Surrendered',
  replaced: 'Replaced',
};

const tones = {
  done: { text: '#1B6538', ground: '#E3F1E7' },
  bad: { text: '#A0211A', ground: '#FAE6E3' },
  off: { text: '#4A5056', ground: '#EBE9E4' },
} as const;

const brass = '#7A5A10';
const ink = '#1B2024';
const ink2 = '#4A5056';

const toneOf = ({ state, inForce }: PictureFacts): keyof typeof tones => {
  if (inForce) return 'done';
  return ['revoked', 'suspended', 'active', 'renewal-due', 'in-grace'].includes(state) ? 'bad' : 'off';
};

/** What it says of the status: a state that reads as good stands only over a credential that passed every check. */
export const statusWords = ({ state, inForce }: Pick<PictureFacts, 'state' | 'inForce'>): string =>
  !inForce && ['active', 'renewal-due', 'in-grace'].includes(state) ? 'Could not be confirmed' : words[state];

const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

/** Lines of about so many letters; what does not fit into so many lines ends in an ellipsis. */
export const linesOf = (text: string, letters: number, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((one) => one.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [])) {
    if (line !== '' && [...line, ...word].length + 1 > letters) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return kept.map((one, at) => (at === most - 1 ? `${one} …` : one));
};

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
  readonly attributes: string;
}

const set = (blocks: readonly Block[], top: number): string => {
  let y = top;
  return blocks
    .flatMap(({ lines, size, leading, attributes }) => {
      const rows = lines.map((line, at) => {
        y += at === 0 ? leading : size * 1.18;
        return `<text x="80" y="${Math.round(y)}" font-size="${size}" ${attributes}>${escaped(line)}</text>`;
      });
      return rows;
    })
    .join('');
};

const seal = (letters: string): string => {
  const rays = Array.from({ length: 48 }, (_, at) => `<path d="M0 -118V-98" transform="rotate(${at * 7.5})"/>`).join(
    '',
  );
  return `<g transform="translate(1010 350)" stroke="${brass}" stroke-width="3" fill="none">${rays}<circle r="90"/><circle r="80" stroke-width="1.5"/><text text-anchor="middle" y="12" font-family="Source Serif 4" font-weight="600" font-size="${Math.min(38, Math.floor(210 / Math.max(1, letters.length)))}" fill="${brass}" stroke="none">${escaped(letters)}</text></g>`;
};

/** The picture as SVG, in Source Serif 4 and Source Sans 3 on paper. */
export const drawPicture = (facts: PictureFacts): string => {
  const { text, ground } = tones[toneOf(facts)];
  const serif = `font-family="Source Serif 4" font-weight="600" fill="${ink}"`;
  const sans = `font-family="Source Sans 3" fill="${ink2}"`;
  const name = facts.holderName;
  const title = { lines: linesOf(facts.title, name === undefined ? 26 : 34, 3), size: name === undefined ? 60 : 42 };
  const blocks: Block[] = [
    ...(name === undefined
      ? []
      : [
          {
            lines: linesOf(name, 24, 2),
            size: [...name].length > 20 ? 56 : 66,
            leading: 84,
            attributes: serif,
          } satisfies Block,
        ]),
    { ...title, leading: name === undefined ? 84 : 68, attributes: name === undefined ? serif : `${sans}` },
    { lines: linesOf(facts.organizationName, 46, 1), size: 30, leading: 56, attributes: sans },
  ];
  const demonstration = facts.demonstration
    ? `<text x="1120" y="64" text-anchor="end" font-family="Source Sans 3" font-weight="600" font-size="28" fill="${text}">Demonstration</text>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#FAF9F6" d="M0 0h${width}v${height}H0z"/><path fill="${ground}" d="M0 0h${width}v104H0z"/><text x="80" y="66" font-family="Source Sans 3" font-weight="600" font-size="38" fill="${text}">${escaped(statusWords(facts))}<tspan font-weight="400" font-size="28" dx="20">${escaped(facts.line)}</tspan></text>${demonstration}${set(blocks, 150)}${seal(facts.number.split('-')[0] ?? '')}<path fill="${brass}" d="M0 ${height - 12}h${width}v12H0z"/><text x="80" y="572" font-family="Source Sans 3" font-size="28" fill="${ink2}">${escaped(`${facts.number} · check it at ${facts.host}`)}</text></svg>`;
};
