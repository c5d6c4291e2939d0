import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { namer } from '../choices/names.ts';
import { choicesSide } from '../content/vocabulary.ts';
import { type Board, DragBoard, Place, placementsOf, Tray, valueOfPlacements } from '../drag/index.ts';
import { Group } from '../group.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { messages } from '../messages.ts';
import { MatchTable } from './match-table.tsx';
import { PairReview } from './pair-list.tsx';
import styles from './pairs.module.css';

type Props = InteractionProps<KindOf<'match'>>;

/**
 * Choices of one set that go with those of another (class MatchInteraction): moved into places, or marked in a table. The
 * table is the author's wish (qti-match-tabular), what narrow screens show, and there for everyone who prefers it.
 */
export const Match = (props: Props) => {
  const { interaction, mode, value, correct, context } = props;
  const t = useText(messages);
  const narrow = useMediaQuery('(max-width: 40em)', false);
  const [wanted, setWanted] = useState<'table' | 'board' | null>(null);
  const tabular = interaction.classes.includes('qti-match-tabular');
  const choices = interaction.sets.flat();
  const nameOf = namer(choices);
  const face = (identifier: string) =>
    context.content(choices.find((choice) => choice.identifier === identifier)?.content ?? []);
  if (mode === 'review' && !tabular) {
    return <PairReview value={value} correct={correct ?? null} directed face={face} nameOf={nameOf} />;
  }
  const asTable = tabular || (wanted === null ? narrow : wanted === 'table');
  return (
    <>
      {asTable ? (
        <MatchTable {...props} face={face} nameOf={nameOf} />
      ) : (
        <MatchBoard {...props} face={face} nameOf={nameOf} />
      )}
      {!tabular && mode === 'open' && (
        <button type="button" className={styles.switch} onClick={() => setWanted(asTable ? 'board' : 'table')}>
          {asTable ? t('asLists') : t('asTable')}
        </button>
      )}
    </>
  );
};

export interface Faces {
  face(identifier: string): ReactNode;
  nameOf(identifier: string): string;
}

const MatchBoard = ({
  interaction,
  value,
  onChange,
  mode,
  labelledBy,
  describedBy,
  context,
  face,
  nameOf,
}: Props & Faces) => {
  const { cardinality, associations, classes, sets } = interaction;
  const t = useText(messages);
  const [pieces, places] = sets;
  // A single response takes the newest pair instead of refusing it.
  const single = cardinality === 'single' || associations.max === 1;
  const board: Board = { pieces, places, limit: single ? 0 : associations.max };
  const described = describedBy === undefined ? {} : { describedBy };
  return (
    <DragBoard
      board={board}
      placements={placementsOf(value)}
      onChange={(placements) => onChange(valueOfPlacements(single ? placements.slice(-1) : placements, cardinality))}
      face={face}
      nameOfPiece={nameOf}
      nameOfPlace={nameOf}
      locked={mode !== 'open'}
      say={context.say}
    >
      <Group labelledBy={labelledBy} {...described} className={styles.board} side={choicesSide(classes)}>
        <Tray label={t('choices')} />
        <ul className={styles.targets}>
          {places.map(({ identifier, content }) => (
            <li key={identifier} className={styles.target}>
              <span className={styles.face}>{context.content(content)}</span>
              <Place place={identifier} />
            </li>
          ))}
        </ul>
      </Group>
    </DragBoard>
  );
};
