import { type ColorTokens, cssVariable, light } from '../../theme/tokens.ts';
import styles from './style.module.css';

export const ColorSection = () => (
  <section>
    <h2>Colors</h2>
    <ul className={styles.swatches} data-wide>
      {(Object.keys(light) as (keyof ColorTokens)[]).map((token) => (
        <li key={token}>
          <span className={styles.swatch} style={{ background: `var(${cssVariable(token)})` }} />
          {token}
        </li>
      ))}
    </ul>
  </section>
);
