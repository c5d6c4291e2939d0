import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { MediaObject } from '@testamur/qti';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import type { Size } from './geometry.ts';
import styles from './graphic.module.css';
import { messages } from './messages.ts';

const zooms = [1, 1.5, 2] as const;

interface PictureProps {
  readonly image: MediaObject;
  /** What lies on the image; its own pixels go from 0 to `size`. Positions by percentages grow with it. */
  readonly children: (size: Size) => ReactNode;
  readonly imageRef?: RefObject<HTMLImageElement | null>;
  /** Hears the size once it is known. */
  readonly onSize?: (size: Size) => void;
}

/**
 * An image as wide as the column, with something on it. Larger than the column, it is moved in its own box, never the page.
 * Left is left in every language: its coordinates are those of the image.
 */
export const Picture = ({ image, children, imageRef, onSize }: PictureProps) => {
  const t = useText(messages);
  const [zoom, setZoom] = useState<number>(1);
  const [measured, setMeasured] = useState<Size | null>(null);
  const own = useRef<HTMLImageElement>(null);
  const img = imageRef ?? own;
  const source = image.sources[0]?.data;
  const { width: declaredWidth, height: declaredHeight } = image;
  const size = useMemo(
    () => (declaredWidth && declaredHeight ? { width: declaredWidth, height: declaredHeight } : measured),
    [declaredWidth, declaredHeight, measured],
  );
  useEffect(() => {
    if (size) onSize?.(size);
  }, [size, onSize]);

  const measure = () => {
    const { naturalWidth: width, naturalHeight: height } = img.current ?? { naturalWidth: 0, naturalHeight: 0 };
    if (width > 0 && height > 0) setMeasured({ width, height });
  };
  // An image that came before the page was alive tells nobody that it is there.
  useEffect(() => {
    const { naturalWidth: width = 0, naturalHeight: height = 0 } = img.current ?? {};
    if (width > 0 && height > 0) setMeasured({ width, height });
  }, [img]);

  if (source === undefined) return <p>{image.alt === '' ? t('pictureMissing') : image.alt}</p>;
  const at = zooms.findIndex((each) => each >= zoom);
  const step = (by: 1 | -1) => setZoom(zooms[Math.max(0, Math.min(zooms.length - 1, at + by))] ?? 1);
  const group = { role: 'group', 'aria-label': t('zoom') } as const;
  // Moved by arrow keys as well, also where nothing in it can be focused.
  const pan = zoom > 1 ? { role: 'group', tabIndex: 0, 'aria-label': t('pan') } : {};
  return (
    <div className={styles.picture} data-wide="">
      <div className={styles.pan} data-zoomed={zoom > 1} dir="ltr" {...pan}>
        <div
          className={styles.ground}
          style={{
            inlineSize: `${zoom * 100}%`,
            ...(size ? { maxInlineSize: `${zoom * size.width}px`, aspectRatio: `${size.width} / ${size.height}` } : {}),
          }}
        >
          <img ref={img} className={styles.image} src={source} alt={image.alt} draggable={false} onLoad={measure} />
          {size && children(size)}
        </div>
      </div>
      <div className={styles.zoom} {...group}>
        <button type="button" className={styles.tool} aria-disabled={at === 0} onClick={() => step(-1)}>
          <Icon of={IconZoomOut} /> {t('zoomOut')}
        </button>
        <output className={styles.level}>{t('zoomLevel', { percent: Math.round(zoom * 100) })}</output>
        <button type="button" className={styles.tool} aria-disabled={at === zooms.length - 1} onClick={() => step(1)}>
          <Icon of={IconZoomIn} /> {t('zoomIn')}
        </button>
      </div>
    </div>
  );
};
