import { counted, type Figure, fixed } from '../presentation/index.ts';
import { axisBelow, axisLeft, endLabels } from './grammar/axes.ts';
import { drawable, linearScale } from './grammar/scale.ts';
import { emptyFigure, figure, label, mark, path } from './grammar/svg.ts';
import { shorten, textWidth } from './grammar/text.ts';
import { colors, seriesStyle, sizes, WIDTH } from './grammar/theme.ts';

/** So many forms can be told apart by their lines and named at their ends. */
const MOST_NAMED = 8;

/**
 * Information of assembled forms over θ, with the targets they were to meet.
 *
 * @param given.theta rising.
 * @param given.forms information of each form, one number per θ.
 * @param given.targets information wanted at points of θ; empty where there were none.
 */
export function formInformation(given: {
  readonly theta: readonly number[];
  readonly forms: readonly { readonly name: string; readonly information: ArrayLike<number> }[];
  readonly targets?: readonly { readonly theta: number; readonly information: number }[];
  readonly width?: number;
}): Figure {
  const { theta, forms, width = WIDTH } = given;
  const title = 'Information of the forms';
  const targets = (given.targets ?? []).filter((target) => drawable(target.theta) && drawable(target.information));
  const curves = forms.map(({ name, information }) => ({
    name,
    points: theta.flatMap((t, at) =>
      drawable(t) && drawable(information[at]) ? [{ t, i: information[at] ?? 0 }] : [],
    ),
  }));
  if (curves.every(({ points }) => points.length < 2))
    return emptyFigure(title, 'There is no information to draw.', width);
  const named = curves.length <= MOST_NAMED;
  const names = curves.map(({ name }) => shorten(`Form ${name}`, 18));
  const room = named ? Math.max(...names.map((name) => textWidth(name, sizes.text))) + 20 : 24;
  const area = { left: 56, top: 44, right: width - Math.min(room, width / 3), bottom: 340 };
  const x = linearScale([...theta, ...targets.map((target) => target.theta)], [area.left, area.right], {
    ticks: 8,
    exact: true,
  });
  const most = [...curves.flatMap(({ points }) => points.map(({ i }) => i)), ...targets.map((one) => one.information)];
  const y = linearScale([0, ...most], [area.bottom, area.top], { ticks: 6 });
  const best = curves.map(({ name, points }) => {
    const top = points.reduce((a, b) => (b.i > a.i ? b : a), points[0] ?? { t: 0, i: 0 });
    return `form ${name} most at θ = ${fixed(top.t, 1)} (${fixed(top.i, 1)})`;
  });
  const said = `${counted(forms.length, 'form')}${forms.length <= 12 ? `: ${best.join(', ')}` : ''}.${
    targets.length === 0 ? '' : ` ${counted(targets.length, 'target')}, drawn as crosses.`
  }`;
  return figure(
    { title, description: `Curves over ability. ${said}`, caption: `${title}. ${said}` },
    width,
    area.bottom + 48,
    axisLeft(y, area, 'Information'),
    axisBelow(x, area, 'Ability θ'),
    ...curves.map(({ points }, index) =>
      path(
        points.map(({ t, i }) => [x.at(t), y.at(i)]),
        {
          stroke: seriesStyle(index).color,
          'stroke-width': named ? 2 : 1,
          'stroke-dasharray': named ? seriesStyle(index).dash : undefined,
        },
      ),
    ),
    ...targets.map((target) => mark('cross', x.at(target.theta), y.at(target.information), 5, colors.bad)),
    targets.length === 0
      ? ''
      : label('× target', area.right - 4, area.top - 14, { 'text-anchor': 'end', fill: colors.bad }),
    named
      ? endLabels(
          curves.map(({ points }, index) => ({
            y: y.at(points.at(-1)?.i ?? 0),
            text: names[index] ?? '',
            color: seriesStyle(index).color,
          })),
          area,
        )
      : '',
  );
}
