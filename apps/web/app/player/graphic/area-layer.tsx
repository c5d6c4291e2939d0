import type { Hotspot } from '@testamur/qti';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { AreaShape } from './area-shape.tsx';
import areaStyles from './areas.module.css';
import { centerOf, directionOf, markOf, percent, type Size } from './geometry.ts';
import { nextInDirection } from './next-area.ts';
import stageStyles from './stage.module.css';

/** One area as a control. */
export interface AreaControl {
  readonly hotspot: Hotspot;
  readonly name: string;
  /** Chosen, ordered or in hand. */
  readonly chosen: boolean;
  /** What stands on it: a check mark, a number, the mark of a review. */
  readonly badge?: ReactNode;
  readonly tone?: 'right' | 'wrong' | 'key' | undefined;
}

interface AreaLayerProps {
  readonly areas: readonly AreaControl[];
  readonly size: Size;
  readonly role: 'radio' | 'checkbox' | 'button';
  readonly locked: boolean;
  readonly labelledBy: string;
  readonly describedBy?: string | undefined;
  readonly classes: readonly string[];
  onPress(identifier: string): void;
  /** Drawn under the areas, in the image's pixels. */
  readonly under?: ReactNode;
}

const states = (role: AreaLayerProps['role'], chosen: boolean) =>
  role === 'button' ? { 'aria-pressed': chosen } : { 'aria-checked': chosen };

/** The areas of an image as controls: one stop for Tab, arrow keys go from area to area, Space and Enter press. */
export const AreaLayer = (props: AreaLayerProps) => {
  const { areas, size, role, locked, labelledBy, describedBy, classes, onPress, under } = props;
  const [current, setCurrent] = useState<string | null>(null);
  const elements = useRef(new Map<string, SVGGElement>());
  const identifiers = areas.map(({ hotspot }) => hotspot.identifier);
  const stop = [current, areas.find(({ chosen }) => chosen)?.hotspot.identifier].find((each) =>
    identifiers.includes(each ?? ''),
  );

  const onKeyDown = (event: KeyboardEvent, identifier: string) => {
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!locked && !event.repeat) onPress(identifier);
      return;
    }
    const direction = directionOf(event.key);
    if (direction === undefined) return;
    event.preventDefault();
    const centers = areas.map(({ hotspot }) => centerOf(hotspot.area, size));
    const next = identifiers[nextInDirection(centers, identifiers.indexOf(identifier), direction)];
    if (next === undefined) return;
    setCurrent(next);
    elements.current.get(next)?.focus();
  };

  const group = {
    role: role === 'radio' ? 'radiogroup' : 'group',
    'aria-labelledby': labelledBy,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
  };
  // The whole image lies below the areas on it.
  const drawn = areas.toSorted(
    (a, b) => Number(b.hotspot.area.shape === 'default') - Number(a.hotspot.area.shape === 'default'),
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is a group, named by what it answers. */}
      <svg
        className={areaStyles.layer}
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        data-quiet={classes.includes('qti-unselected-hidden')}
        {...group}
      >
        {under}
        {drawn.map(({ hotspot, name, chosen, tone }) => {
          const { identifier, area } = hotspot;
          const control = {
            role,
            'aria-label': name,
            'aria-disabled': locked,
            tabIndex: identifier === (stop ?? identifiers[0]) ? 0 : -1,
            ...states(role, chosen),
            onClick: () => {
              setCurrent(identifier);
              if (!locked) onPress(identifier);
            },
            onKeyDown: (event: KeyboardEvent) => onKeyDown(event, identifier),
          };
          return (
            <g
              key={identifier}
              ref={(element) => {
                if (element) elements.current.set(identifier, element);
                else elements.current.delete(identifier);
              }}
              className={areaStyles.area}
              data-chosen={chosen}
              data-tone={tone}
              {...control}
            >
              <AreaShape area={area} size={size} className={areaStyles.outer} />
              <AreaShape area={area} size={size} className={areaStyles.inner} />
            </g>
          );
        })}
      </svg>
      {areas.map(({ hotspot, badge }) => {
        if (!badge) return null;
        const { x, y } = markOf(hotspot.area, size);
        return (
          <span
            key={hotspot.identifier}
            className={stageStyles.badge}
            aria-hidden="true"
            style={{ insetInlineStart: percent(x, size.width), insetBlockStart: percent(y, size.height) }}
          >
            {badge}
          </span>
        );
      })}
    </>
  );
};

/** What an area is called: its label, or its number. */
export const namesOf = (
  hotspots: readonly Hotspot[],
  area: (number: number) => string,
): ((identifier: string) => string) => {
  const names = new Map(hotspots.map(({ identifier, label }, at) => [identifier, label || area(at + 1)]));
  return (identifier) => names.get(identifier) ?? identifier;
};
