import { IconCheck } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { isExclusive, membersOf, toggle } from '../answers/choose.ts';
import { TakeBack } from '../choices/take-back.tsx';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { AreaLayer, namesOf } from './area-layer.tsx';
import { messages } from './messages.ts';
import { Picture } from './picture.tsx';
import { ReviewList, VerdictIcon } from './review-list.tsx';
import { keyShown, verdictsOf } from './verdict.ts';

/** One area of a picture is chosen, or several (QTI 3.0 ASI information model, class HotspotInteraction). */
export const HotspotPlayer = (props: InteractionProps<KindOf<'hotspot'>>) => {
  const { interaction, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { hotspots, maxChoices, cardinality, image, classes } = interaction;
  const t = useText(messages);
  const nameOf = namesOf(hotspots, (number) => t('area', { number }));
  const choosing = { cardinality, max: maxChoices, order: hotspots.map(({ identifier }) => identifier) };
  const chosen = membersOf(value);
  const rows = verdictsOf(chosen, keyShown(mode, membersOf(correct)));
  const verdictOf = (identifier: string) => rows.find(({ part }) => part === identifier)?.verdict;

  const onPress = (identifier: string) => {
    const change = toggle(value, identifier, choosing);
    if (change.ok) onChange(change.value);
    else context.say(t('atMost', { count: change.most }));
  };
  return (
    <>
      <Picture image={image}>
        {(size) => (
          <AreaLayer
            areas={hotspots.map((hotspot) => {
              const isChosen = chosen.includes(hotspot.identifier);
              const verdict = mode === 'review' ? verdictOf(hotspot.identifier) : undefined;
              return {
                hotspot,
                name: nameOf(hotspot.identifier),
                chosen: isChosen,
                badge: verdict ? <VerdictIcon verdict={verdict} /> : isChosen && <Icon of={IconCheck} size={18} />,
                tone: verdict === 'answer' ? undefined : verdict,
              };
            })}
            size={size}
            role={isExclusive(choosing) ? 'radio' : 'checkbox'}
            locked={mode !== 'open'}
            labelledBy={labelledBy}
            describedBy={describedBy}
            classes={classes}
            onPress={onPress}
          />
        )}
      </Picture>
      {isExclusive(choosing) && mode === 'open' && <TakeBack shown={value !== null} onClick={() => onChange(null)} />}
      {mode === 'review' && <ReviewList rows={rows} nameOf={nameOf} />}
    </>
  );
};
