import type { GapNode } from '@testamur/qti';
import { type CSSProperties, type ReactNode, useMemo } from 'react';
import { useText } from '../../text/use-text.ts';
import { namer } from '../choices/names.ts';
import { PartsProvider, useParts } from '../content/parts.ts';
import { gapsIn } from '../content/parts-in.ts';
import { choicesSide, numberIn } from '../content/vocabulary.ts';
import { type Board, DragBoard, Place, piecesIn, placementsOf, Tray, valueOfPlacements } from '../drag/index.ts';
import { GapChoiceFace } from '../graphic/gap-choice-face.tsx';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { Marks, NotRight } from '../review/marks.tsx';
import styles from './pairs.module.css';

type Props = InteractionProps<KindOf<'gap-match'>>;

/** Choices that fill gaps in a text (class GapMatchInteraction). */
export const GapMatch = (props: Props) => {
  const { interaction, value, onChange, mode, labelledBy, describedBy, context } = props;
  const { associations, cardinality, choices, classes, content, data } = interaction;
  const t = useText(messages);
  const parts = useParts();
  const gaps = useMemo(() => gapsIn(content), [content]);
  const nameOf = namer(choices);
  const nameOfGap = (identifier: string) =>
    t('gap', { number: gaps.findIndex((gap) => gap.identifier === identifier) + 1 });
  const single = cardinality === 'single' || associations.max === 1;
  const board: Board = {
    pieces: choices,
    places: gaps.map(({ identifier, matchGroup }) => ({ identifier, matchGroup, matchMax: 1 })),
    limit: single ? 0 : associations.max,
  };
  const face = (identifier: string) => {
    const choice = choices.find((each) => each.identifier === identifier);
    return choice === undefined ? identifier : <GapChoiceFace choice={choice} content={context.content} />;
  };
  const gap = ({ identifier, classes: own }: GapNode) => {
    if (mode === 'review') return <GapReview {...props} gap={identifier} face={face} />;
    const chars = numberIn(own, 'qti-input-width-') ?? numberIn(classes, 'qti-input-width-') ?? 8;
    // As wide when it is filled as when it is empty: what stands after it does not move.
    return (
      <span className={styles.gap} style={{ '--gap-width': `calc(${chars}ch + 1.75rem)` } as CSSProperties}>
        <Place place={identifier} empty={<span />} />
      </span>
    );
  };
  const width = Number(data['choices-container-width']);
  const style = (width > 0 ? { '--choices': `${Math.min(width, 600)}px` } : {}) as CSSProperties;
  return (
    <DragBoard
      board={board}
      placements={placementsOf(value)}
      onChange={(placements) => onChange(valueOfPlacements(single ? placements.slice(-1) : placements, cardinality))}
      face={face}
      nameOfPiece={nameOf}
      nameOfPlace={nameOfGap}
      locked={mode !== 'open'}
      say={context.say}
    >
      <Group
        labelledBy={labelledBy}
        {...(describedBy === undefined ? {} : { describedBy })}
        className={styles.board}
        side={choicesSide(classes)}
        style={style}
      >
        {mode !== 'review' && <Tray label={t('choices')} />}
        <div className={styles.text}>
          <PartsProvider value={{ ...parts, gap }}>{context.content(content)}</PartsProvider>
        </div>
      </Group>
    </DragBoard>
  );
};

/** A gap beside the key: what was put in, whether it belongs there, and what does. */
const GapReview = ({ value, correct, gap, face }: Props & { gap: string; face(identifier: string): ReactNode }) => {
  const t = useText(messages);
  const mine = piecesIn(placementsOf(value), gap);
  const hasKey = correct !== undefined && correct !== null;
  const key = hasKey ? piecesIn(placementsOf(correct), gap) : [];
  const isRight = mine.length === key.length && mine.every((each) => key.includes(each));
  return (
    <span className={styles.reviewed}>
      {mine.length === 0 ? <em>{t('notAnswered')}</em> : mine.map((each) => <strong key={each}>{face(each)}</strong>)}
      {hasKey && isRight && mine.length > 0 && <Marks chosen inKey />}
      {hasKey && !isRight && mine.length > 0 && <NotRight />}
      {hasKey && !isRight && key.map((each) => <span key={each}>{t.rich('keyIs', { key: face(each) })}</span>)}
    </span>
  );
};
