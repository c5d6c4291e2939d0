import { IconArrowBackUp, IconArrowForwardUp, IconEraser, IconPencil, IconTrash } from '@tabler/icons-react';
import { Icon } from '../../../parts/icon.tsx';
import { useText } from '../../../text/use-text.ts';
import styles from '../graphic.module.css';
import { messages } from '../messages.ts';
import { cleared, type Drawing, type Ink, inks, type Pen, redo, undo, visible, type Width, widths } from './strokes.ts';

interface ToolsProps {
  readonly pen: Pen;
  onPen(pen: Pen): void;
  readonly drawing: Drawing;
  onDrawing(drawing: Drawing): void;
  /** Whether there is an earlier answer under the strokes, which can be cleared as well. */
  readonly hasGround: boolean;
  onCleared(): void;
}

const inkNames: readonly Ink[] = ['black', 'blue', 'red', 'green'];
const widthNames: readonly Width[] = ['thin', 'medium', 'thick'];

export const Tools = ({ pen, onPen, drawing, onDrawing, hasGround, onCleared }: ToolsProps) => {
  const t = useText(messages);
  const group = (label: string) => ({ role: 'group', 'aria-label': label }) as const;
  const nothing = visible(drawing).length === 0 && !hasGround;
  return (
    <div className={styles.tools}>
      <div className={styles.toolGroup} {...group(t('tool'))}>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={pen.tool === 'pen'}
          onClick={() => onPen({ ...pen, tool: 'pen' })}
        >
          <Icon of={IconPencil} /> {t('pen')}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-pressed={pen.tool === 'eraser'}
          onClick={() => onPen({ ...pen, tool: 'eraser' })}
        >
          <Icon of={IconEraser} /> {t('eraser')}
        </button>
      </div>
      <div className={styles.toolGroup} {...group(t('color'))}>
        {inkNames.map((ink) => (
          <button
            key={ink}
            type="button"
            className={styles.tool}
            aria-pressed={pen.ink === ink}
            onClick={() => onPen({ ...pen, tool: 'pen', ink })}
          >
            <span className={styles.swatch} style={{ background: inks[ink] }} /> {t(ink)}
          </button>
        ))}
      </div>
      <div className={styles.toolGroup} {...group(t('width'))}>
        {widthNames.map((width) => (
          <button
            key={width}
            type="button"
            className={styles.tool}
            aria-pressed={pen.width === width}
            onClick={() => onPen({ ...pen, width })}
          >
            <span className={styles.line} style={{ blockSize: widths[width] }} /> {t(width)}
          </button>
        ))}
      </div>
      <div className={styles.toolGroup}>
        <button
          type="button"
          className={styles.tool}
          aria-disabled={drawing.done.length === 0}
          onClick={() => onDrawing(undo(drawing))}
        >
          <Icon of={IconArrowBackUp} /> {t('undo')}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-disabled={drawing.undone.length === 0}
          onClick={() => onDrawing(redo(drawing))}
        >
          <Icon of={IconArrowForwardUp} /> {t('redo')}
        </button>
        <button
          type="button"
          className={styles.tool}
          aria-disabled={nothing}
          onClick={() => {
            if (nothing) return;
            onDrawing(cleared(drawing));
            onCleared();
          }}
        >
          <Icon of={IconTrash} /> {t('clear')}
        </button>
      </div>
    </div>
  );
};
