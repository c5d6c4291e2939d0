import type { Area } from '@testamur/qti';
import type { Size } from './geometry.ts';
import { boundsOf } from './geometry.ts';

interface AreaShapeProps {
  readonly area: Area;
  readonly size: Size;
  readonly className: string | undefined;
}

/** The outline of an area, in the pixels of its image. */
export const AreaShape = ({ area, size, className }: AreaShapeProps) => {
  const { shape, coords } = area;
  const { x, y, width, height } = boundsOf(area, size);
  if (shape === 'poly' && coords.length >= 6) return <polygon className={className} points={coords.join(' ')} />;
  if (shape === 'circle' || shape === 'ellipse') {
    return <ellipse className={className} cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} />;
  }
  return <rect className={className} x={x} y={y} width={width} height={height} />;
};
