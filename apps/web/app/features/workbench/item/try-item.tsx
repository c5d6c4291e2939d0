import { useState } from 'react';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { allSupports } from '../../../player/supports/index.ts';
import { useText } from '../../../text/use-text.ts';
import type { Attempt } from '../engine/attempt.ts';
import type { ItemSummary } from '../engine/summaries.ts';
import { Failure } from '../failure.tsx';
import { useAnswer } from '../use-answer.ts';
import { messages } from './messages.ts';
import { Rehearsed } from './rehearsed.tsx';
import { SupportsChoice } from './supports-choice.tsx';
import { VariableTable } from './variable-table.tsx';

/** An item to answer, as often as one likes; another draw shuffles anew and draws other template values. */
export const TryItem = ({ item }: { item: ItemSummary }) => {
  const t = useText(messages);
  const [seed, setSeed] = useState(1);
  const [round, setRound] = useState(0);
  const [supports, setSupports] = useState(allSupports);
  const { answer, again } = useAnswer('begin', { item: item.index, seed });
  // What was begun stays until the next draw is there.
  const [shown, setShown] = useState<{ readonly attempt: Attempt; readonly seed: number } | undefined>();
  if (answer.state === 'answered' && shown?.attempt !== answer.output) setShown({ attempt: answer.output, seed });
  if (answer.state === 'failed') return <Failure of={answer} again={again} />;
  if (shown === undefined) return <p role="status">{t('loading')}</p>;
  return (
    <>
      <Rehearsed
        key={`${shown.seed} ${round}`}
        item={item}
        attempt={shown.attempt}
        seed={shown.seed}
        supports={supports}
        onAnother={() => setSeed(seed + 1)}
        onAgain={() => setRound(round + 1)}
      />
      <SupportsChoice catalogs={shown.attempt.view.catalogs} wishes={supports} onChange={setSupports} />
      {shown.attempt.templates.length > 0 && (
        <Disclosure label={t('templates')}>
          <VariableTable caption={t('templates')} rows={shown.attempt.templates} />
        </Disclosure>
      )}
    </>
  );
};
