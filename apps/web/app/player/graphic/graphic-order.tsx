import { IconX } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import { membersOf } from '../answers/choose.ts';
import { orderedValue } from '../answers/order.ts';
import { SortableList } from '../drag/index.ts';
import type { InteractionProps, KindOf } from '../interaction-props.ts';
import { AreaLayer, namesOf } from './area-layer.tsx';
import styles from './graphic.module.css';
import { messages } from './messages.ts';
import { Picture } from './picture.tsx';
import { ReviewList } from './review-list.tsx';
import { keyShown, orderVerdictsOf } from './verdict.ts';

/** Areas of a picture are put in order (QTI 3.0 ASI information model, class GraphicOrderInteraction). */
export const GraphicOrderPlayer = (props: InteractionProps<KindOf<'graphic-order'>>) => {
  const { interaction, id, value, onChange, mode, correct, labelledBy, describedBy, context } = props;
  const { hotspots, image, classes } = interaction;
  const t = useText(messages);
  const nameOf = namesOf(hotspots, (number) => t('area', { number }));
  const order = membersOf(value);
  const most = interaction.maxChoices ?? 0;
  const locked = mode !== 'open';

  const takeOut = (identifier: string) => {
    onChange(orderedValue(order.filter((each) => each !== identifier)));
    context.say(t('tookOut', { name: nameOf(identifier) }));
  };
  const onPress = (identifier: string) => {
    if (order.includes(identifier)) return takeOut(identifier);
    if (most > 0 && order.length >= most) return context.say(t('atMost', { count: most }));
    onChange(orderedValue([...order, identifier]));
    context.say(t('ordered', { name: nameOf(identifier), position: order.length + 1 }));
  };

  const key = keyShown(mode, membersOf(correct));
  const rows = orderVerdictsOf(order, key);
  const nameOfRow = (part: string) => {
    const [at = '0', identifier = ''] = part.split(' ');
    return t('areaOrdered', { name: nameOf(identifier), position: Number(at) + 1 });
  };
  return (
    <div className={styles.beside}>
      <Picture image={image}>
        {(size) => (
          <AreaLayer
            areas={hotspots.map((hotspot) => {
              const at = order.indexOf(hotspot.identifier);
              const name = nameOf(hotspot.identifier);
              return {
                hotspot,
                name: at === -1 ? name : t('areaOrdered', { name, position: at + 1 }),
                chosen: at !== -1,
                badge: at === -1 ? null : at + 1,
                tone: key === null || at === -1 ? undefined : key[at] === hotspot.identifier ? 'right' : 'wrong',
              };
            })}
            size={size}
            role="button"
            locked={locked}
            labelledBy={labelledBy}
            describedBy={describedBy}
            classes={classes}
            onPress={onPress}
          />
        )}
      </Picture>
      <div>
        {mode === 'review' ? (
          <ReviewList rows={rows} nameOf={nameOfRow} />
        ) : (
          <>
            <p id={`${id}-order`} className={styles.listHead}>
              {t('order')}
            </p>
            {order.length === 0 && <p className={styles.hint}>{t('orderEmpty')}</p>}
            <SortableList
              order={order}
              onChange={(next) => onChange(orderedValue(next))}
              nameOf={nameOf}
              face={nameOf}
              locked={locked}
              labelledBy={`${id}-order`}
              say={context.say}
              after={(identifier) =>
                !locked && (
                  <button
                    type="button"
                    className={styles.iconButton}
                    aria-label={t('takeOut', { name: nameOf(identifier) })}
                    onClick={() => takeOut(identifier)}
                  >
                    <Icon of={IconX} />
                  </button>
                )
              }
            />
          </>
        )}
      </div>
    </div>
  );
};
