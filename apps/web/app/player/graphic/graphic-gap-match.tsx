import { plainText } from '@testamur/qti';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import { DragBoard, Place, placementsOf, Tray, valueOfPlacements } from '../drag/index.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { namesOf } from './area-layer.tsx';
import { AreaShape } from './area-shape.tsx';
import areaStyles from './areas.module.css';
import { GapChoiceFace } from './gap-choice-face.tsx';
import { boundsOf, percent } from './geometry.ts';
import { messages } from './messages.ts';
import { Picture } from './picture.tsx';
import { ReviewList, VerdictIcon } from './review-list.tsx';
import stageStyles from './stage.module.css';
import { keyShown, verdictsOf } from './verdict.ts';

/** Choices are put on areas of a picture (QTI 3.0 ASI information model, class GraphicGapMatchInteraction). */
export const GraphicGapMatchPlayer = (props: InteractionProps<KindOf<'graphic-gap-match'>>) => {
  const { interaction, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { choices, hotspots, image, associations, cardinality, classes } = interaction;
  const t = useText(messages);
  const nameOfPlace = namesOf(hotspots, (number) => t('area', { number }));
  const choiceOf = (identifier: string) => choices.find((each) => each.identifier === identifier);
  const nameOfPiece = (identifier: string) => {
    const choice = choiceOf(identifier);
    return choice?.objectLabel || choice?.image?.alt || plainText(choice?.content ?? []) || identifier;
  };
  const locked = mode !== 'open';
  const rows = verdictsOf(membersOf(value), keyShown(mode, membersOf(correct)));
  const board = { pieces: choices, places: hotspots, limit: cardinality === 'single' ? 1 : associations.max };
  const group = {
    role: 'group',
    'aria-labelledby': labelledBy,
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
  };
  return (
    <div {...group}>
      <DragBoard
        board={board}
        placements={placementsOf(value)}
        onChange={(next) => onChange(valueOfPlacements(next, cardinality))}
        face={(identifier) => {
          const choice = choiceOf(identifier);
          return choice ? <GapChoiceFace choice={choice} content={context.content} /> : identifier;
        }}
        nameOfPiece={nameOfPiece}
        nameOfPlace={nameOfPlace}
        locked={locked}
        say={context.say}
      >
        <Picture image={image}>
          {(size) => (
            <>
              <svg
                className={areaStyles.layer}
                viewBox={`0 0 ${size.width} ${size.height}`}
                aria-hidden="true"
                data-quiet={classes.includes('qti-unselected-hidden')}
              >
                {hotspots.map(({ identifier, area }) => (
                  <g key={identifier} className={areaStyles.area}>
                    <AreaShape area={area} size={size} className={areaStyles.outer} />
                    <AreaShape area={area} size={size} className={areaStyles.inner} />
                  </g>
                ))}
              </svg>
              {hotspots.map(({ identifier, area }) => {
                const { x, y, width, height } = boundsOf(area, size);
                const marks = rows.filter(({ part, verdict }) => part.endsWith(` ${identifier}`) && verdict !== 'key');
                return (
                  <span
                    key={identifier}
                    className={stageStyles.gap}
                    style={{
                      insetInlineStart: percent(x, size.width),
                      insetBlockStart: percent(y, size.height),
                      inlineSize: percent(width, size.width),
                      blockSize: percent(height, size.height),
                    }}
                  >
                    <Place
                      place={identifier}
                      {...(stageStyles.gapPlace === undefined ? {} : { className: stageStyles.gapPlace })}
                      note={
                        mode === 'review' &&
                        marks.map(({ part, verdict }) => (
                          <span key={part} className={stageStyles.gapMark} aria-hidden="true">
                            <VerdictIcon verdict={verdict} />
                          </span>
                        ))
                      }
                    />
                  </span>
                );
              })}
            </>
          )}
        </Picture>
        <Tray label={t('gapTray')} />
      </DragBoard>
      {mode === 'review' && (
        <ReviewList
          rows={rows}
          nameOf={(part) => {
            const [piece = '', place = ''] = part.split(' ');
            return `${nameOfPlace(place)}: ${nameOfPiece(piece)}`;
          }}
        />
      )}
    </div>
  );
};
