import { useRef, useState } from 'react';
import { useText } from '../../../text/use-text.ts';
import type { InteractionProps, KindOf } from '../../interaction-props.ts';
import type { Size } from '../geometry.ts';
import styles from '../graphic.module.css';
import { messages } from '../messages.ts';
import { Picture } from '../picture.tsx';
import stageStyles from '../stage.module.css';
import { Board } from './board.tsx';
import { isCleared, type Pen, visible, withStroke } from './strokes.ts';
import { Tools } from './tools.tsx';
import { useDrawingValue } from './use-drawing-value.ts';

/** A picture is drawn on (QTI 3.0 ASI information model, class DrawingInteraction); answered by a PNG of image and drawing. */
export const DrawingPlayer = (props: InteractionProps<KindOf<'drawing'>>) => {
  const { interaction, id, value, onChange, mode, labelledBy, describedBy, context } = props;
  const t = useText(messages);
  const [pen, setPen] = useState<Pen>({ tool: 'pen', ink: 'black', width: 'medium' });
  const image = useRef<HTMLImageElement>(null);
  const earlier = useRef<HTMLImageElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const made = useDrawingValue({ value, onChange, context, image, earlier, size });
  const addressOf = (answer: typeof value): string | null =>
    typeof answer !== 'string'
      ? null
      : answer.startsWith('data:image/')
        ? answer
        : (context.fileOf?.(answer)?.href ?? null);

  if (mode !== 'open') {
    const shown = addressOf(value);
    return (
      <>
        <Picture image={interaction.image}>
          {() => shown !== null && <img className={stageStyles.canvas} src={shown} alt={t('yourAnswer')} />}
        </Picture>
        {value === null && <p className={styles.hint}>{t('noAnswer')}</p>}
      </>
    );
  }
  const ground = isCleared(made.drawing) ? null : addressOf(made.ground);
  return (
    <div>
      <Tools
        pen={pen}
        onPen={setPen}
        drawing={made.drawing}
        onDrawing={made.change}
        hasGround={!isCleared(made.drawing) && made.ground !== null}
        onCleared={() => context.say(t('cleared'))}
      />
      <Picture image={interaction.image} imageRef={image} onSize={setSize}>
        {(shown) => (
          <>
            {ground !== null && (
              <img ref={earlier} className={stageStyles.canvas} src={ground} alt="" draggable={false} />
            )}
            <span id={`${id}-stage`} className="t-hidden">
              {t('drawStage')}
            </span>
            <Board
              size={shown}
              strokes={visible(made.drawing)}
              pen={pen}
              onStroke={(stroke) => made.change(withStroke(made.drawing, stroke))}
              say={context.say}
              labelledBy={`${labelledBy} ${id}-stage`}
              describedBy={[describedBy, `${id}-help`].filter(Boolean).join(' ')}
            />
          </>
        )}
      </Picture>
      <p id={`${id}-help`} className={styles.hint}>
        {t('drawHelp')}
      </p>
      <p className={styles.hint} data-failed={made.hasFailed}>
        {made.words}
      </p>
    </div>
  );
};
