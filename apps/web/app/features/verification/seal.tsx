import styles from './verification.module.css';

const rays = Array.from({ length: 36 }, (_, at) => at * 10);

/** The seal of a credential, in brass. The words beside it say all that it says. */
export const Seal = ({ letters }: { letters: string }) => (
  <svg className={styles.seal} viewBox="0 0 120 120" width="112" height="112" aria-hidden="true">
    <g fill="none" stroke="currentColor">
      {rays.map((angle) => (
        <path key={angle} d="M60 4 L60 14" strokeWidth="2" transform={`rotate(${angle} 60 60)`} />
      ))}
      <circle cx="60" cy="60" r="44" strokeWidth="2" />
      <circle cx="60" cy="60" r="39" strokeWidth="1" />
    </g>
    <text
      x="60"
      y="60"
      textAnchor="middle"
      dominantBaseline="central"
      fill="currentColor"
      fontSize={letters.length > 5 ? 15 : 21}
      fontWeight="600"
      className={styles.letters}
    >
      {letters}
    </text>
  </svg>
);
