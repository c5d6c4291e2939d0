import type { StandingLine } from '@testamur/program';
import { Status } from '../../../parts/status.tsx';
import { requirementTones } from '../../../staff/staff-tones.ts';
import { useText } from '../../../text/use-text.ts';
import type { RuleBranch, RuleNode } from '../../public-programs/rule-tree.ts';
import { messages } from '../messages.ts';
import styles from '../review.module.css';

/** A requirement as it stands: its title, and its line where it is asked of this candidate. */
export interface Part {
  readonly title: string;
  readonly line: StandingLine | undefined;
}

interface BranchProps {
  branch: RuleBranch;
  parts: Readonly<Record<string, Part>>;
}

const isThere = (node: RuleNode, parts: BranchProps['parts']): boolean =>
  typeof node === 'string' ? parts[node]?.line !== undefined : node.parts.some((part) => isThere(part, parts));

const keyOf = (node: RuleNode): string =>
  typeof node === 'string' ? node : `${node.title ?? ''} ${node.parts.map(keyOf).join(' ')}`;

const Leaf = ({ id, parts }: { id: string; parts: BranchProps['parts'] }) => {
  const { title, line } = parts[id] ?? {};
  return (
    <>
      <a href={`#requirement-${id}`}>{title}</a>{' '}
      {line && <Status of="requirement" is={line.state} tone={requirementTones[line.state]} />}
    </>
  );
};

const Branch = ({ branch, parts }: BranchProps) => {
  const t = useText(messages);
  const { needed } = branch;
  const there = branch.parts.filter((part) => isThere(part, parts));
  const says = needed === 'all' ? t('wayAll') : needed === 1 ? t('wayOne') : t('waySome', { needed });
  return (
    <>
      {branch.title && <strong>{branch.title}. </strong>}
      {there.length > 1 && says}
      <ul className={styles.ways}>
        {there.map((part) => (
          <li key={keyOf(part)}>
            {typeof part === 'string' ? <Leaf id={part} parts={parts} /> : <Branch branch={part} parts={parts} />}
          </li>
        ))}
      </ul>
    </>
  );
};

/** There is something to choose: several ways lead in. */
export const hasWays = ({ needed, parts }: RuleBranch): boolean =>
  needed !== 'all' || parts.some((part) => typeof part !== 'string' && hasWays(part));

/** How the requirements are joined, and where each stands; nothing where all of them are needed. */
export const WaysSection = ({ branch, parts }: BranchProps) => {
  const t = useText(messages);
  if (!hasWays(branch)) return null;
  return (
    <section className={styles.section}>
      <h2>{t('ways')}</h2>
      <Branch branch={branch} parts={parts} />
    </section>
  );
};
