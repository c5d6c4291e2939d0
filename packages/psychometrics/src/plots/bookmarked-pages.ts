import { mean } from '../numeric/summary.ts';
import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { coordinate, emptyFigure, figure, label, line, mark } from './grammar/svg.ts';
import { shorten } from './grammar/text.ts';
import { colors, sizes, WIDTH } from './grammar/theme.ts';

/** Logits from the bookmarks within which pages are drawn where they are. */
const REACH = 6;

/**
 * The pages of an ordered item booklet by their location, with the bookmarks of the judges.
 *
 * @param given.cut on the scale of θ.
 */
export function bookmarkedPages(given: {
  readonly pages: readonly { readonly page: number; readonly location: number }[];
  readonly judges: readonly { readonly id: string; readonly page: number }[];
  readonly cut: number | null;
  readonly width?: number;
}): Figure {
  const { cut, width = WIDTH } = given;
  const title = 'Ordered item booklet';
  const pages = given.pages.filter(({ location }) => drawable(location));
  if (pages.length === 0) return emptyFigure(title, 'The booklet has no page.', width);
  const area = { left: 56, top: 44, right: width - 24, bottom: 340 };
  const x = linearScale([0.5, ...pages.map(({ page }) => page), pages.length + 0.5], [area.left, area.right], {
    exact: true,
    ticks: 12,
    whole: true,
  });
  // Pages far beyond all bookmarks would press the others into a line.
  const marked = pages.filter(({ page }) => given.judges.some((judge) => judge.page === page));
  const middle = mean([...(marked.length > 0 ? marked : pages).map(({ location }) => location)]);
  const near = pages.filter(({ location }) => Math.abs(location - middle) <= REACH);
  const beyond = pages.length - near.length;
  const y = linearScale([...[...near, ...marked].map(({ location }) => location), cut], [area.bottom, area.top], {
    ticks: 6,
  });
  const rows = [...Map.groupBy(given.judges, ({ page }) => page).entries()].sort(([a], [b]) => a - b);
  const said = `${counted(pages.length, 'page')}; bookmarks of ${counted(given.judges.length, 'judge')} from page ${rows[0]?.[0] ?? '—'} to ${rows.at(-1)?.[0] ?? '—'}.${
    drawable(cut) ? ` The cut is θ = ${fixed(cut)}.` : ''
  }${
    beyond > 0
      ? ` ${counted(beyond, 'page')} further than ${REACH} logits from the bookmarks: drawn at the end of the scale.`
      : ''
  }`;
  const marks = rows.flatMap(([page, judges]) => {
    const location = pages.find((one) => one.page === page)?.location;
    if (location === undefined) return [];
    const names = judges.length > 3 ? `${judges.length} judges` : judges.map(({ id }) => shorten(id, 10)).join(', ');
    return [
      line(x.at(page), y.at(location), x.at(page), area.bottom, { stroke: '#CC600A', 'stroke-width': 1 }),
      mark('triangle', x.at(page), y.at(location), 6, '#CC600A'),
      label(names, x.at(page) - 4, area.bottom - 6, {
        'font-size': sizes.small,
        halo: 'yes',
        transform: `rotate(-90 ${coordinate(x.at(page) - 4)} ${coordinate(area.bottom - 6)})`,
      }),
    ];
  });
  return figure(
    {
      title,
      description: `Locations by page with bookmarks. ${said}`,
      caption: `${title}. ${said} Triangles are bookmarks.`,
    },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Location θ'),
    axisBelow(x, area, 'Page'),
    ...pages.map(({ page, location }) =>
      mark('circle', x.at(page), y.at(location), pages.length > 100 ? 2 : 3, '#0B5568'),
    ),
    ...marks,
    drawable(cut)
      ? line(area.left, y.at(cut), area.right, y.at(cut), { stroke: colors.ink, 'stroke-width': 2 }) +
          label(`Cut θ = ${fixed(cut)}`, area.left + 8, y.at(cut) - 6, { 'font-weight': 600, halo: 'yes' })
      : '',
  );
}
