import { Status } from '../../parts/status.tsx';
import type { StatusKey, StatusName, StatusOf } from '../../parts/status-table.ts';
import { statusTable } from '../../parts/status-table.ts';
import styles from './style.module.css';

const kinds: readonly StatusOf[] = [
  'requirement',
  'statement',
  'candidacy',
  'attempt',
  'credential',
  'key',
  'statistic',
];

const namesOf = <Of extends StatusOf>(of: Of): StatusName<Of>[] =>
  (Object.keys(statusTable) as StatusKey[])
    .filter((key) => key.startsWith(`${of}.`))
    .map((key) => key.slice(of.length + 1) as StatusName<Of>);

export const StatusSection = () => (
  <section>
    <h2>Statuses</h2>
    {kinds.map((of) => (
      <div key={of}>
        <h3>{of}</h3>
        <div className={styles.row}>
          {namesOf(of).map((is) => (
            <Status key={is} of={of} is={is} />
          ))}
        </div>
      </div>
    ))}
    <h3>For another reader</h3>
    <div className={styles.row}>
      <Status of="candidacy" is="waiting-for-review" tone="act" />
      <Status of="requirement" is="locked">
        after payment
      </Status>
    </div>
  </section>
);
