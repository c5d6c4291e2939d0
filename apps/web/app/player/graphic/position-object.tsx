import { type ReactNode, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { type Point, pointOf, type Size, textOfPoint } from './geometry.ts';
import styles from './graphic.module.css';
import { messages } from './messages.ts';
import { Picture } from './picture.tsx';
import { PlacedObject } from './placed-object.tsx';
import { pointsOf, withoutPoint, withPoint, withPointAt } from './points.ts';
import { ReviewList } from './review-list.tsx';
import { RowList } from './row-list.tsx';
import stageStyles from './stage.module.css';
import { useStageRoom } from './stage-room.tsx';
import { keyShown, verdictsOf } from './verdict.ts';

/** Where the next object goes: the middle of the stage, a little further for each that lies there already. */
const freePoint = (points: readonly Point[], { width, height }: Size): Point => {
  const taken = new Set(points.map(textOfPoint));
  const step = Math.max(4, Math.round(width / 25));
  for (let at = 0; at <= points.length; at += 1) {
    const point = { x: Math.round(width / 2) + at * step, y: Math.round(height / 2) };
    if (!taken.has(textOfPoint(point))) return point;
  }
  return { x: 0, y: 0 };
};

/** An image is put on a stage (QTI 3.0 ASI information model, class PositionObjectInteraction). */
export const PositionObjectPlayer = (props: InteractionProps<KindOf<'position-object'>>) => {
  const { interaction, id, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { image, stage, maxChoices, cardinality, centerPoint } = interaction;
  const t = useText(messages);
  const room = useStageRoom(interaction.responseIdentifier);
  const limits = { cardinality, max: maxChoices };
  const points = pointsOf(value);
  const putButton = useRef<HTMLButtonElement>(null);
  const locked = mode !== 'open';
  const most = cardinality === 'single' ? 1 : maxChoices;
  const size = stage.width && stage.height ? { width: stage.width, height: stage.height } : { width: 200, height: 200 };

  const put = () => {
    if (most > 0 && points.length >= most) return context.say(t('atMost', { count: most }));
    const point = freePoint(points, size);
    const next = withPoint(value, point, limits);
    if (next === undefined) return;
    onChange(next);
    context.say(t('objectAt', { number: points.length + 1, ...point }));
  };
  const remove = (at: number) => {
    onChange(withoutPoint(value, at, limits));
    context.say(t('objectRemoved', { number: at + 1 }));
  };
  const key = keyShown(mode, membersOf(correct));
  const rows = [
    ...points.map((point) => ({ part: textOfPoint(point), verdict: 'answer' as const })),
    ...verdictsOf([], key),
  ];
  const group = {
    role: 'group',
    'aria-labelledby': labelledBy,
    'aria-describedby': [describedBy, locked || room.elsewhere ? undefined : `${id}-help`].filter(Boolean).join(' '),
  };
  const source = image.sources[0]?.data;
  // On a stage with objects of others, each says which it is.
  const known = (words: string) =>
    (room.elsewhere || room.hosts) && image.alt !== '' ? `${image.alt}: ${words}` : words;
  const objects = (shown: Size): ReactNode => (
    <>
      {points.map((point, at) => (
        <PlacedObject
          // The place in the value is what an object is: moved, it stays the same.
          key={`object ${String(at)}`}
          image={image}
          center={centerPoint}
          point={point}
          size={shown}
          locked={locked}
          name={known(t('objectAt', { number: at + 1, ...point }))}
          onMove={(next) => onChange(withPointAt(value, at, next, limits))}
          onSaid={(next) => context.say(known(t('objectAt', { number: at + 1, ...next })))}
          onRemove={() => {
            remove(at);
            putButton.current?.focus();
          }}
        />
      ))}
      {(key ?? []).map((text) => {
        const point = pointOf(text);
        return (
          point && (
            <PlacedObject
              key={`key ${text}`}
              image={image}
              center={centerPoint}
              point={point}
              size={shown}
              locked
              isKey
              name={known(`${t('key')}: ${t('at', { ...point })}`)}
            />
          )
        );
      })}
    </>
  );
  return (
    <div className={room.elsewhere ? undefined : styles.beside} {...group}>
      {room.elsewhere ? (
        room.stage && createPortal(objects(room.stage.size), room.stage.element)
      ) : (
        <Picture image={stage}>
          {(shown) => (
            <Stage size={shown} onOpen={room.hosts ? room.open : undefined}>
              {objects(shown)}
            </Stage>
          )}
        </Picture>
      )}
      {mode === 'review' ? (
        <ReviewList rows={rows} nameOf={(text) => t('at', { ...(pointOf(text) ?? { x: 0, y: 0 }) })} />
      ) : (
        <div>
          {!locked && (
            <>
              <button
                type="button"
                ref={putButton}
                className={styles.put}
                aria-disabled={most > 0 && points.length >= most}
                onClick={put}
              >
                {source !== undefined && <img src={source} alt={image.alt} draggable={false} />}
                {t('objectPut')}
              </button>
              {/* Said once for a stage. */}
              {!room.elsewhere && (
                <p id={`${id}-help`} className={styles.hint}>
                  {t('objectHelp')}
                </p>
              )}
            </>
          )}
          <RowList
            id={id}
            head={t('objectsPlaced')}
            empty={t('objectsEmpty')}
            rows={points.map((point, at) => ({ key: String(at), name: t('objectAt', { number: at + 1, ...point }) }))}
            locked={locked}
            onRemove={(at) => remove(Number(at))}
          />
        </div>
      )}
    </div>
  );
};

interface StageProps {
  readonly size: Size;
  /** Hears where the stage stands when others put objects on it as well. */
  readonly onOpen: ((stage: { readonly element: HTMLElement; readonly size: Size }) => void) | undefined;
  readonly children: ReactNode;
}

const Stage = ({ size, onOpen, children }: StageProps) => {
  const [element, setElement] = useState<HTMLElement | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stage is told of when it stands or changes its size.
  useEffect(() => {
    if (element !== null) onOpen?.({ element, size });
  }, [element, size.width, size.height]);
  return (
    <div ref={setElement} className={stageStyles.stage} data-locked="true">
      {children}
    </div>
  );
};
