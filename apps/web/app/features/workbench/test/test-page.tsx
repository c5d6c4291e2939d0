import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { BackLink } from '../../../parts/back-link.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Page } from '../../../parts/page.tsx';
import { useText } from '../../../text/use-text.ts';
import { addressOf } from '../address.ts';
import type { Outline, OutlineNode } from '../engine/outline.ts';
import { Failure } from '../failure.tsx';
import { useAnswer } from '../use-answer.ts';
import styles from '../workbench.module.css';
import { useWorkbench } from '../workbench-context.ts';
import { messages } from './messages.ts';
import { WalkThrough } from './walk-through.tsx';

/** A test of the package: how it is made, and a walk through it. */
export const TestPage = ({ index }: { index: number }) => {
  const t = useText(messages);
  const { report } = useWorkbench();
  const found = report.documents.find((one) => one.kind === 'test' && one.index === index);
  const back = <BackLink to={addressOf({ at: 'report' })}>{t('back')}</BackLink>;
  const title = found?.title || found?.identifier || found?.file || '';
  return (
    <Page title={title} back={back} lead={found && <span className={styles.name}>{found.file}</span>}>
      {found === undefined || found.status === 'refused' ? <p>{t('refused')}</p> : <OpenTest index={index} />}
      {found !== undefined && found.messages.length > 0 && (
        <ul className={styles.messages}>
          {found.messages.map(({ line, text }) => (
            <li key={`${line} ${text}`}>{t('line', { line, text })}</li>
          ))}
        </ul>
      )}
    </Page>
  );
};

const OpenTest = ({ index }: { index: number }) => {
  const t = useText(messages);
  const { answer, again } = useAnswer('outline', { test: index });
  const [seed, setSeed] = useState<number | undefined>();
  if (answer.state === 'failed') return <Failure of={answer} again={again} />;
  if (answer.state === 'asking') return <p role="status">{t('loading')}</p>;
  const { missing } = answer.output;
  return (
    <>
      {missing.length > 0 ? (
        <p className={styles.trouble}>
          {t('missing', { count: missing.length, names: missing.slice(0, 5).join(', ') })}
        </p>
      ) : (
        <ButtonRow>
          <Button
            onClick={() => setSeed((before) => (before ?? 0) + 1)}
            variant={seed === undefined ? 'filled' : 'default'}
          >
            {t(seed === undefined ? 'begin' : 'anotherDraw')}
          </Button>
          {seed !== undefined && <span>{t('seed', { seed })}</span>}
        </ButtonRow>
      )}
      {seed !== undefined && <WalkThrough key={seed} test={index} seed={seed} />}
      <OutlineList outline={answer.output} />
    </>
  );
};

const OutlineList = ({ outline }: { outline: Outline }) => {
  const t = useText(messages);
  const times = useTimes(outline.timeLimits);
  return (
    <section aria-label={t('outline')}>
      <h2>{t('outline')}</h2>
      {times.length > 0 && <p>{t('whole', { times: times.join('; ') })}</p>}
      <ul className={styles.outline}>
        {outline.parts.map((node) => (
          <Node key={node.identifier} node={node} />
        ))}
      </ul>
    </section>
  );
};

const Node = ({ node }: { node: OutlineNode }) => {
  const t = useText(messages);
  const { kind, identifier, title, item, inside } = node;
  const name = title || identifier;
  const rules = useRules(node);
  return (
    <li>
      {kind === 'item' && item !== null ? (
        <Link to={addressOf({ at: 'item', index: item })}>{t('item', { name })}</Link>
      ) : (
        <span>{t(kind === 'item' ? 'missingItem' : kind, { name })}</span>
      )}
      {rules.length > 0 && <span className={styles.rules}> ({rules.join('; ')})</span>}
      {inside.length > 0 && (
        <ul>
          {inside.map((child, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same item may be named twice.
            <Node key={`${child.identifier} ${at}`} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
};

/** The least and the most time, in words. */
const useTimes = (limits: Outline['timeLimits']): readonly string[] => {
  const t = useText(messages);
  if (limits === null) return [];
  const { minSeconds, maxSeconds, allowLateSubmission } = limits;
  return [
    ...(minSeconds === null || minSeconds === 0 ? [] : [t('leastSeconds', { count: minSeconds })]),
    ...(maxSeconds === null ? [] : [t('seconds', { count: maxSeconds })]),
    ...(maxSeconds !== null && allowLateSubmission ? [t('late')] : []),
  ];
};

/** What decides how a part, section or item is taken, in words. */
const useRules = ({
  navigation,
  submission,
  selection,
  shuffle,
  preConditions,
  branches,
  timeLimits,
  weights,
}: OutlineNode) => {
  const t = useText(messages);
  const times = useTimes(timeLimits);
  const found: (string | false)[] = [
    navigation !== null && t(navigation),
    submission !== null && t(submission),
    selection !== null &&
      t(selection.withReplacement ? 'replacement' : 'selection', { select: selection.select, of: selection.of }),
    shuffle && t('shuffle'),
    preConditions > 0 && t('preConditions', { count: preConditions }),
    branches.length > 0 && t('branches', { targets: branches.join(', ') }),
    ...times,
    ...weights.map(({ identifier, value }) => t('weight', { identifier, value })),
  ];
  return found.filter((words) => words !== false);
};
