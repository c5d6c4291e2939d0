import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import styles from './measure.module.css';
import { type LengthUnit, protractorTicks, pxPer, ruleTicks } from './measure.ts';

const RULE_PX = 620;
const RULE_HEIGHT = 72;
const MARGIN = 14;
const TICK = 22;

/** 15 cm or 6 inches of a ruler, its zero a little in from the edge. */
export const RuleFace = ({ unit }: { readonly unit: LengthUnit }) => {
  const t = useText(messages);
  const length = (unit === 'centimeters' ? 15 : 6) * pxPer[unit] + 0.5;
  return (
    <svg className={styles.drawing} width={RULE_PX} height={RULE_HEIGHT} aria-hidden="true">
      <rect x={0.5} y={0.5} width={RULE_PX - 1} height={RULE_HEIGHT - 1} rx={4} className={styles.body} />
      {ruleTicks(unit, length).map(({ at, height, label }) => (
        <g key={at} transform={`translate(${MARGIN + at} 0)`}>
          <line y1={1} y2={1 + TICK * height} className={styles.tick} />
          {label !== null && (
            <text y={TICK + 18} textAnchor="middle" className={styles.number}>
              {label}
            </text>
          )}
        </g>
      ))}
      <text x={MARGIN} y={RULE_HEIGHT - 10} className={styles.number}>
        {t(unit)}
      </text>
    </svg>
  );
};

const RADIUS = 190;
const FOOT = 26;

/** Half a circle with a mark at its center; inner numbers run the other way. */
export const ProtractorFace = () => (
  <svg className={styles.drawing} width={2 * RADIUS + 20} height={RADIUS + FOOT + 10} aria-hidden="true">
    <g transform={`translate(${RADIUS + 10} ${RADIUS + 5})`}>
      <path
        d={`M ${-RADIUS} ${FOOT} V 0 A ${RADIUS} ${RADIUS} 0 0 1 ${RADIUS} 0 V ${FOOT} Z`}
        className={styles.body}
      />
      {protractorTicks.map(({ at, height, label }) => (
        <g key={at} transform={`rotate(${-at})`}>
          <line x1={RADIUS} x2={RADIUS - 14 * height} className={styles.tick} />
          {label !== null && (
            <>
              <text
                x={RADIUS - 26}
                textAnchor="middle"
                transform={`rotate(90 ${RADIUS - 26} 0)`}
                className={styles.number}
              >
                {label}
              </text>
              <text
                x={RADIUS - 48}
                textAnchor="middle"
                transform={`rotate(90 ${RADIUS - 48} 0)`}
                className={styles.inner}
              >
                {180 - at}
              </text>
            </>
          )}
        </g>
      ))}
      <path d={`M ${-RADIUS + 60} 0 H ${RADIUS - 60} M 0 -14 V 14`} className={styles.tick} />
    </g>
  </svg>
);
