import { IconCircleCheck, IconCircleMinus, IconCircleX } from '@tabler/icons-react';
import { Icon } from '../../parts/icon.tsx';
import { useText } from '../../text/use-text.ts';
import type { CheckState, EvidenceCheck } from './chain-types.ts';
import { checkWords } from './check-words.ts';
import styles from './evidence.module.css';

export const stateIcons = {
  ok: IconCircleCheck,
  broken: IconCircleX,
  'not-recorded': IconCircleMinus,
} as const satisfies Record<CheckState, unknown>;

/** How a step was checked, in sentences that say how it ended. */
export const CheckList = ({ checks }: { checks: readonly EvidenceCheck[] }) => {
  const t = useText(checkWords);
  return (
    <ul className={styles.checks}>
      {checks.map(({ of, state }) => (
        <li key={of} data-state={state}>
          <Icon of={stateIcons[state]} />
          <span>{t(`${of}.${state}`)}</span>
        </li>
      ))}
    </ul>
  );
};
