import { useEffect, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { type Obstacle, pair, pairsOf, samePair, unpair } from '../answers/pair.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { AreaLayer, namesOf } from './area-layer.tsx';
import areaStyles from './areas.module.css';
import { joinOf } from './geometry.ts';
import styles from './graphic.module.css';
import { messages } from './messages.ts';
import { Picture } from './picture.tsx';
import { ReviewList } from './review-list.tsx';
import { RowList } from './row-list.tsx';
import { keyShown, verdictsOf } from './verdict.ts';

const textOf = ({ from, to }: { from: string; to: string }) => `${from} ${to}`;

/** Areas of a picture are joined in pairs (QTI 3.0 ASI information model, class GraphicAssociateInteraction). */
export const GraphicAssociatePlayer = (props: InteractionProps<KindOf<'graphic-associate'>>) => {
  const { interaction, id, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { hotspots, image, classes, associations, cardinality, baseType } = interaction;
  const t = useText(messages);
  const [from, setFrom] = useState<string | null>(null);
  const nameOf = namesOf(hotspots, (number) => t('area', { number }));
  const pairing = { cardinality, directed: baseType === 'directedPair', max: associations.max };
  const pairs = pairsOf(value);
  const locked = mode !== 'open';
  const inHand = locked ? null : from;
  const nameOfPair = (text: string) => {
    const [one = '', other = ''] = text.split(' ');
    return t('pairOf', { from: nameOf(one), to: nameOf(other) });
  };

  useEffect(() => {
    if (inHand === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setFrom(null);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [inHand]);

  const wordsOf = (obstacle: Obstacle, to: string): string => {
    switch (obstacle.reason) {
      case 'group':
        return t('pairGroup', { from: nameOf(from ?? ''), to: nameOf(to) });
      case 'same':
        return t('pairSame');
      case 'used':
        return t('pairUsed', { name: nameOf(obstacle.identifier) });
      case 'most':
        return t('pairMost');
    }
  };
  const onPress = (identifier: string) => {
    if (inHand === null) {
      setFrom(identifier);
      return context.say(t('pairFrom', { name: nameOf(identifier) }));
    }
    setFrom(null);
    if (inHand === identifier) return context.say(t('pairLetGo', { name: nameOf(identifier) }));
    const one = hotspots.find((each) => each.identifier === inHand);
    const other = hotspots.find((each) => each.identifier === identifier);
    if (one === undefined || other === undefined) return;
    const change = pair(value, one, other, pairing);
    if (!change.ok) return context.say(wordsOf(change.obstacle, identifier));
    onChange(change.value);
    context.say(t('pairMade', { from: nameOf(inHand), to: nameOf(identifier) }));
  };
  const onRemove = (text: string) => {
    const gone = pairsOf(text)[0];
    if (gone === undefined) return;
    onChange(unpair(value, gone, pairing));
    context.say(t('pairRemoved', { from: nameOf(gone.from), to: nameOf(gone.to) }));
  };

  const key = keyShown(mode, pairsOf(correct ?? null).map(textOf));
  const rows = verdictsOf(pairs.map(textOf), key, (a, b) => {
    const [one, other] = [pairsOf(a)[0], pairsOf(b)[0]];
    return one !== undefined && other !== undefined && samePair(one, other, pairing.directed);
  });
  const lines = mode === 'review' ? rows : pairs.map((each) => ({ part: textOf(each), verdict: 'answer' as const }));
  return (
    <div className={styles.beside}>
      <Picture image={image}>
        {(size) => {
          const areaOf = (identifier: string) => hotspots.find((each) => each.identifier === identifier)?.area;
          return (
            <AreaLayer
              areas={hotspots.map((hotspot) => ({
                hotspot,
                name: nameOf(hotspot.identifier),
                chosen: inHand === hotspot.identifier,
              }))}
              size={size}
              role="button"
              locked={locked}
              labelledBy={labelledBy}
              describedBy={describedBy}
              classes={classes}
              onPress={onPress}
              under={lines.map(({ part, verdict }) => {
                const [one, other] = part.split(' ').map(areaOf);
                if (one === undefined || other === undefined) return null;
                const [start, end] = joinOf(one, other, size);
                const ends = { x1: start.x, y1: start.y, x2: end.x, y2: end.y };
                return (
                  <g key={`${verdict} ${part}`} className={areaStyles.join} data-tone={verdict}>
                    <line className={areaStyles.outer} {...ends} />
                    <line className={areaStyles.inner} {...ends} />
                  </g>
                );
              })}
            />
          );
        }}
      </Picture>
      {mode === 'review' ? (
        <ReviewList rows={rows} nameOf={nameOfPair} />
      ) : (
        <RowList
          id={id}
          head={t('pairs')}
          empty={t('pairsEmpty')}
          rows={pairs.map((each) => ({ key: textOf(each), name: nameOfPair(textOf(each)) }))}
          locked={locked}
          onRemove={onRemove}
        />
      )}
    </div>
  );
};
