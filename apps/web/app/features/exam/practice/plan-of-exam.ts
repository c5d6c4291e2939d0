const width = 720;
const height = 400;

/** Where things are, in the plan's own pixels: left, top, right, bottom. */
const places = [
  { key: 'spotTitle', coords: '20,20,300,80' },
  { key: 'spotTime', coords: '520,20,700,80' },
  { key: 'spotItem', coords: '20,100,700,300' },
  { key: 'spotWays', coords: '20,320,700,380' },
] as const;

const line = (x: number, y: number, length: number) => `<path d="M${x} ${y}h${length}" stroke-width="8"/>`;
const option = (y: number) => `<circle cx="60" cy="${y}" r="10"/>${line(90, y, 260)}`;
const button = (x: number) => `<rect x="${x}" y="332" width="120" height="36" rx="4"/>`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="white"/>
<g fill="none" stroke="black" stroke-width="3" stroke-linecap="round">
<rect x="4" y="4" width="712" height="392" rx="8"/><path d="M4 90h712M4 310h712"/>
${line(40, 50, 200)}<circle cx="560" cy="50" r="20"/><path d="M560 38v12h10"/>${line(600, 50, 80)}
${line(50, 135, 420)}${option(180)}${option(220)}${option(260)}
${button(40)}${button(300)}${button(560)}
</g></svg>`;

/** A drawing of the player, without words so that it needs no translation; in two colors, for every ground. */
export const planOfExam = {
  file: 'plan.svg',
  image: `data:image/svg+xml,${encodeURIComponent(svg)}`,
  width,
  height,
  places,
} as const;
