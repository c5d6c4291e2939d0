/** Colors on white; series differ also in simulated color blindness, and never by color alone. */
export const colors = {
  surface: '#FFFFFF',
  ink: '#1B2024',
  inkSoft: '#4A5056',
  grid: '#E7E4DC',
  axis: '#7D786F',
  tint: '#E2EFF2',
  sand: '#F1EFEA',
  bad: '#A0211A',
} as const;

/** In the order in which lines are drawn; each with its dash and marker. */
export const series = [
  { color: '#0B5568', dash: undefined, shape: 'circle' },
  { color: '#CC600A', dash: '6 3', shape: 'triangle' },
  { color: '#39177A', dash: '2 3', shape: 'square' },
  { color: '#3586E9', dash: '8 3 2 3', shape: 'diamond' },
  { color: '#B67D9F', dash: '4 2', shape: 'cross' },
  { color: '#4A5056', dash: '1 2', shape: 'ring' },
] as const;

/** How the nth line looks. */
export const seriesStyle = (index: number): (typeof series)[number] => series[index % series.length] ?? series[0];

/** Sizes of text in pixels. */
export const sizes = { text: 13, small: 12 } as const;

/** Width of a figure unless told. */
export const WIDTH = 720;
