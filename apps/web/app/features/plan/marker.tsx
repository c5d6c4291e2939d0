import styles from './cost-figure.module.css';

const shapes = [
  <circle key="circle" r="4.5" />,
  <rect key="square" x="-4" y="-4" width="8" height="8" />,
  <polygon key="triangle" points="0,-5.5 5,4 -5,4" />,
  <polygon key="diamond" points="0,-6 6,0 0,6 -6,0" />,
  <polygon key="wedge" points="0,5.5 5,-4 -5,-4" />,
];

interface MarkerProps {
  /** From 0. */
  series: number;
  /** A share of the width, in percent. */
  x: number;
  /** Pixels from the top. */
  y: number;
}

/** A point of a line; each line has a shape of its own. A nested drawing carries shapes to a share of the width. */
export const Marker = ({ series, x, y }: MarkerProps) => (
  <svg aria-hidden="true" className={styles.marker} data-series={series} x={`${x}%`} y={y}>
    {shapes[series % shapes.length]}
  </svg>
);
