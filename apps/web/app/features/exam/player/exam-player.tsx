import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { type OwnTool, type ToolName, ToolWindows } from '../../../player/tools/index.ts';
import { useSaid } from '../../../player/use-said.ts';
import type { TextValues } from '../../../text/format.ts';
import { useText } from '../../../text/use-text.ts';
import type { Exam, ExamPaper, ExamState } from '../delivery/exam-state.ts';
import { answering } from './answering.ts';
import { FlagButton } from './flag-button.tsx';
import { FootBar } from './foot-bar.tsx';
import { Frame } from './frame.tsx';
import { focusedIn, ItemView } from './item-view.tsx';
import type { KeyCommand } from './keys.ts';
import { messages } from './messages.ts';
import { MoreBelow } from './more-below.tsx';
import { Notices } from './notices.tsx';
import type { PlaceAct } from './place.ts';
import styles from './player.module.css';
import { Review } from './review.tsx';
import { countBy, reviewRows } from './review-rows.ts';
import { SkipLinks } from './skip-links.tsx';
import { Submit } from './submit.tsx';
import { TimeLeft } from './time-left.tsx';
import { ToolsPanel } from './tools-panel.tsx';
import { ToolsButton, TopBar } from './top-bar.tsx';
import { useExamTools } from './use-exam-tools.ts';
import { useItemHost } from './use-item-host.ts';
import { useKeys } from './use-keys.ts';
import { usePlace } from './use-place.ts';
import { useSettings } from './use-settings.ts';

const leads: ReadonlySet<PlaceAct['do']> = new Set(['show', 'next', 'previous', 'review', 'submit', 'back']);

interface ExamPlayerProps {
  attemptId: string;
  exam: Exam;
  state: ExamState;
  paper: ExamPaper;
  signInPath: string;
  tools: readonly ToolName[];
}

/** The exam while it is worked on: one item at a time, its controls, the review, the page to submit. */
export const ExamPlayer = ({ attemptId, exam, state, paper, signInPath, tools: allowed }: ExamPlayerProps) => {
  const t = useText(messages);
  const id = useId();
  const itemIds = useMemo(() => paper.items.map(({ itemId }) => itemId), [paper]);
  const [settings, change] = useSettings();
  const [place, goTo] = usePlace(attemptId, itemIds);
  const [said, sayText] = useSaid();
  const [toolsOpen, setToolsOpen] = useState(false);
  const opener = useRef<HTMLElement | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const itemPlace = useRef<HTMLElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());

  const item = paper.items[place.at];
  const tools = useExamTools({
    attemptId,
    item: place.view === 'item' ? item : undefined,
    allowed,
    settings,
    onSettings: change,
    say: sayText,
  });
  const host = useItemHost(item, (tool) => tools.open.includes(tool) || tools.toggle(tool));
  const say = (key: keyof typeof messages, values?: TextValues) => sayText(t(key, values));
  const go = (act: PlaceAct) => {
    // What was said was about the item that is left, or about the key that was awaited.
    if (place.striking || leads.has(act.do)) sayText('');
    if (leads.has(act.do)) {
      exam.settle();
      if (item && place.view === 'item') setLeft((before) => new Set([...before, item.itemId]));
    }
    goTo(act);
  };
  const acts = answering({ exam, state, place, go, item, say, focused: () => focusedIn(itemPlace.current) });
  const rows = reviewRows(paper.items, state.answers, place.seen);
  const counts = countBy(rows);
  const position = { number: place.at + 1, total: itemIds.length };

  // Another item or page: it is read from its heading.
  const shown = `${place.view} ${place.at}`;
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [shown]);

  const toggleTools = (open: boolean) => {
    if (open) opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setToolsOpen(open);
    if (!open) opener.current?.focus();
  };

  const onKey = (command: KeyCommand): boolean => {
    switch (command.do) {
      case 'close':
        if (place.striking) go({ do: 'disarm' });
        else if (toolsOpen) toggleTools(false);
        else return false;
        return true;
      case 'keys':
        toggleTools(!toolsOpen);
        return true;
      case 'time':
        change({ timeHidden: false });
        say('timeNow', { minutes: Math.floor((exam.remainingMs() ?? 0) / 60_000) });
        return true;
      case 'next':
      case 'previous':
      case 'review':
        go({ do: command.do });
        return true;
      default:
        return acts.onKey(command);
    }
  };
  useKeys(settings.singleKeys, onKey);

  const flagged = item !== undefined && state.answers.flags.has(item.itemId);
  const flagButton = (short: boolean) =>
    place.view === 'item' && <FlagButton flagged={flagged} locked={false} short={short} onToggle={acts.onFlag} />;
  const own: readonly OwnTool[] =
    place.view === 'item'
      ? [
          {
            name: 'strike',
            pressed: settings.strikeButtons,
            onToggle: () => change({ strikeButtons: !settings.strikeButtons }),
          },
          { name: 'flag', pressed: flagged, onToggle: acts.onFlag },
        ]
      : [];
  const toolsButton = (name: string) => (
    <ToolsButton
      id={`${id}-${name}`}
      open={toolsOpen}
      panelId={`${id}-panel`}
      onToggle={() => toggleTools(!toolsOpen)}
    />
  );

  return (
    <Frame settings={settings}>
      <SkipLinks item={`${id}-item`} tools={[`${id}-tools`, `${id}-tools-narrow`]} navigation={`${id}-ways`} />
      <TopBar
        paper={paper}
        position={place.view === 'item' ? t('itemShort', position) : ''}
        outbox={state.outbox}
        drafting={state.drafting}
        tools={toolsButton('tools')}
        panel={
          toolsOpen && (
            <ToolsPanel
              id={`${id}-panel`}
              tools={tools}
              own={own}
              settings={settings}
              onChange={change}
              onClose={() => toggleTools(false)}
              onOpened={() => setToolsOpen(false)}
            />
          )
        }
        time={
          <TimeLeft
            remainingMs={exam.remainingMs}
            hidden={settings.timeHidden}
            onHide={(timeHidden) => change({ timeHidden })}
            onWarning={(minutes) => say('warning', { minutes })}
          />
        }
      />
      <div id={`${id}-item`} tabIndex={-1} className={styles.middle}>
        {place.view === 'item' && item && (
          <ItemView
            key={item.itemId}
            item={item}
            heading={t('itemOf', position)}
            headingRef={heading}
            flag={flagButton(false)}
            placeRef={itemPlace}
            values={acts.values}
            struck={acts.struck}
            strikeButtons={settings.strikeButtons}
            checked={left.has(item.itemId)}
            host={host}
            tools={tools}
            onChange={acts.onChange}
            onStrike={acts.onStrike}
          />
        )}
        {place.view === 'review' && (
          <Review
            rows={rows}
            from={place.at}
            onItem={(at) => go({ do: 'show', at })}
            onSubmit={() => go({ do: 'submit' })}
          />
        )}
        {place.view === 'submit' && (
          <Submit
            rows={rows}
            state={state}
            onSubmit={exam.submit}
            onReview={() => go({ do: 'review' })}
            onGoOn={exam.goOnWorking}
          />
        )}
        <div ref={end} className={styles.end} data-view={place.view} />
        <MoreBelow key={shown} end={end} />
      </div>
      <ToolWindows tools={tools} />
      <FootBar
        id={`${id}-ways`}
        answered={counts.answered}
        flags={counts.flagged}
        inReview={place.view === 'review'}
        hasPrevious={!state.submitting && (place.view !== 'item' || place.at > 0)}
        hasNext={place.view === 'item'}
        onPrevious={() => go({ do: 'previous' })}
        onReview={() => go({ do: 'review' })}
        onNext={() => go({ do: 'next' })}
        tools={
          <>
            {flagButton(true)}
            {toolsButton('tools-narrow')}
          </>
        }
        notices={<Notices state={state} itemIds={itemIds} signInPath={signInPath} said={said} say={sayText} />}
      />
    </Frame>
  );
};
