import { type KeyboardEvent, type MouseEvent, type ReactNode, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { directionOf, directions, inside, type Point, percent, pointOf, type Size, textOfPoint } from './geometry.ts';
import styles from './graphic.module.css';
import { messages } from './messages.ts';
import { pointUnder } from './on-image.ts';
import { Picture } from './picture.tsx';
import { pointsOf, withoutPoint, withPoint } from './points.ts';
import { ReviewList, VerdictIcon } from './review-list.tsx';
import { RowList } from './row-list.tsx';
import stageStyles from './stage.module.css';
import { keyShown, verdictsOf } from './verdict.ts';

/** Points of a picture are set (QTI 3.0 ASI information model, class SelectPointInteraction). */
export const SelectPointPlayer = (props: InteractionProps<KindOf<'select-point'>>) => {
  const { interaction, id, value, onChange, mode, correct, context } = props;
  const { image, maxChoices, cardinality } = interaction;
  const t = useText(messages);
  const limits = { cardinality, max: maxChoices };
  const points = pointsOf(value);
  const locked = mode !== 'open';
  const nameOf = (text: string) => {
    const { x, y } = pointOf(text) ?? { x: 0, y: 0 };
    return t('at', { x, y });
  };
  const set = (point: Point) => {
    const next = withPoint(value, point, limits);
    if (next === undefined) return context.say(t('atMost', { count: maxChoices }));
    onChange(next);
    context.say(t('pointSet', { number: pointsOf(next).length, ...point }));
  };
  const onRemove = (key: string) => {
    onChange(withoutPoint(value, Number(key), limits));
    context.say(t('pointRemoved', { number: Number(key) + 1 }));
  };
  const key = keyShown(mode, membersOf(correct));
  // Whether a point is right is for the areas of the scoring to say: beside a key that is a point, both are shown.
  const rows = [
    ...points.map((point) => ({ part: textOfPoint(point), verdict: 'answer' as const })),
    ...verdictsOf([], key),
  ];
  return (
    <div className={styles.beside}>
      <Picture image={image}>
        {(size) => (
          <PointStage {...props} size={size} onSet={set}>
            {points.map((point, at) => (
              <Pin key={textOfPoint(point)} point={point} size={size} text={String(at + 1)} />
            ))}
            {(key ?? []).map((text) => {
              const point = pointOf(text);
              return (
                point && (
                  <Pin key={`key ${text}`} point={point} size={size} text={<VerdictIcon verdict="key" />} tone="key" />
                )
              );
            })}
          </PointStage>
        )}
      </Picture>
      {mode === 'review' ? (
        <ReviewList rows={rows} nameOf={nameOf} />
      ) : (
        <div>
          {!locked && (
            <p id={`${id}-help`} className={styles.hint}>
              {t('pointHelp')}
            </p>
          )}
          <RowList
            id={id}
            head={t('points')}
            empty={t('pointsEmpty')}
            rows={points.map((point, at) => ({ key: String(at), name: t('point', { number: at + 1, ...point }) }))}
            locked={locked}
            onRemove={onRemove}
          />
        </div>
      )}
    </div>
  );
};

interface PinProps {
  readonly point: Point;
  readonly size: Size;
  readonly text: ReactNode;
  readonly tone?: 'key';
}

const Pin = ({ point, size, text, tone }: PinProps) => (
  <span
    className={stageStyles.pin}
    data-tone={tone}
    aria-hidden="true"
    style={{ insetInlineStart: percent(point.x, size.width), insetBlockStart: percent(point.y, size.height) }}
  >
    {text}
  </span>
);

interface PointStageProps extends InteractionProps<KindOf<'select-point'>> {
  readonly size: Size;
  readonly onSet: (point: Point) => void;
  readonly children: ReactNode;
}

const PointStage = ({ id, mode, labelledBy, describedBy, context, size, onSet, children }: PointStageProps) => {
  const t = useText(messages);
  const [cross, setCross] = useState<Point>({ x: Math.round(size.width / 2), y: Math.round(size.height / 2) });
  const [isFocused, setFocused] = useState(false);
  const locked = mode !== 'open';

  const onKeyDown = (event: KeyboardEvent) => {
    if (locked) return;
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) onSet(cross);
      return;
    }
    const direction = directionOf(event.key);
    if (direction === undefined) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    const { x, y } = directions[direction];
    setCross(inside({ x: cross.x + by * x, y: cross.y + by * y }, size));
  };
  // Said when the key is let go: a held key would say a hundred places.
  const onKeyUp = (event: KeyboardEvent) => {
    if (!locked && directionOf(event.key) !== undefined) context.say(t('at', { x: cross.x, y: cross.y }));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    if (locked) return;
    const point = pointUnder(event, event.currentTarget, size);
    setCross(point);
    onSet(point);
  };
  const stage = {
    role: 'application',
    tabIndex: locked ? -1 : 0,
    'aria-labelledby': `${labelledBy} ${id}-stage`,
    'aria-describedby': [describedBy, locked ? undefined : `${id}-help`].filter(Boolean).join(' '),
    'aria-disabled': locked,
    onKeyDown,
    onKeyUp,
    onClick,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
  };
  return (
    <>
      <span id={`${id}-stage`} className="t-hidden">
        {t('pointStage')}
      </span>
      <div className={stageStyles.stage} data-locked={locked} {...stage}>
        {children}
        {isFocused && !locked && (
          <span
            className={stageStyles.cross}
            aria-hidden="true"
            style={{ insetInlineStart: percent(cross.x, size.width), insetBlockStart: percent(cross.y, size.height) }}
          />
        )}
      </div>
    </>
  );
};
