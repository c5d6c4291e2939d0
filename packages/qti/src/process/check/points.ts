import type { PositionObjectInteraction, SelectPointInteraction } from '../../model/interaction.ts';
import type { PlainValue } from '../../model/value.ts';
import { type CheckScope, counted, type Finding, fail, membersOf, quoted } from './finding.ts';

/**
 * Checks points: inside the picture as far as its size is known, and not too many. The same point may be given twice.
 */
export function checkPoints(
  interaction: SelectPointInteraction | PositionObjectInteraction,
  value: PlainValue,
  scope: CheckScope,
): Finding {
  const { width, height } = interaction.interaction === 'select-point' ? interaction.image : interaction.stage;
  const points = membersOf(value).map(String);
  const outside = points.find((point) => {
    const [x = 0, y = 0] = point.split(' ').map(Number);
    return x < 0 || y < 0 || x > (width ?? Infinity) || y > (height ?? Infinity);
  });
  if (outside !== undefined) {
    const size = width === null || height === null ? '' : ` of ${width} by ${height}`;
    return fail(scope, 'out-of-bounds', `takes points of the picture${size}; ${quoted(outside)} is outside of it`);
  }
  const { minChoices: min, maxChoices } = interaction;
  const max = interaction.cardinality === 'single' ? 1 : maxChoices;
  if (max > 0 && points.length > max) {
    return fail(scope, 'too-many-points', `takes ${counted(max, 'point')} at most, not ${points.length}`);
  }
  return { value, hint: points.length < min ? `"${scope.identifier}" wants at least ${counted(min, 'point')}` : null };
}
