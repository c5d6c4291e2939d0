import type { KeyboardEvent } from 'react';
import { Note } from '../../../../staff/note.tsx';
import { useText } from '../../../../text/use-text.ts';
import { type Checked, type CheckedWell, type FileProblem, type View, views } from '../checked.ts';
import styles from '../editor.module.css';
import { messages } from '../messages.ts';
import type { Checking } from '../use-program-check.ts';
import { Checklist } from './checklist.tsx';
import { Handbook } from './handbook.tsx';
import { PriceRows } from './price-rows.tsx';
import { ProblemList } from './problem-list.tsx';
import { Sample, SamplePlaceFields } from './sample.tsx';

interface PreviewProps {
  checked: Checked | undefined;
  /** The last version of the file without problems. */
  good: CheckedWell | undefined;
  checking: Checking;
  view: View;
  /** The day by which prices are looked up. */
  day: string;
  /** Undefined before the page is alive: the tabs then send the form. */
  show: ((view: View) => void) | undefined;
  goTo: ((problem: FileProblem) => void) | undefined;
}

const Content = ({ good, view, day }: { good: CheckedWell; view: View; day: string }) => {
  if (view === 'handbook') return <Handbook program={good.program} day={day} />;
  if (view === 'checklist') return <Checklist checklist={good.checklist} />;
  if (view === 'prices') return <PriceRows prices={good.prices} />;
  return <Sample sample={good.sample} />;
};

/** What people would see of the file, view by view; problems first. */
export const Preview = ({ checked, good, checking, view, day, show, goTo }: PreviewProps) => {
  const t = useText(messages);
  const count = checked?.problems.length ?? 0;
  const state = checking === 'resting' ? t('checked', { count }) : t(`checking.${checking}`);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -views.length, End: views.length }[event.key];
    if (step === undefined || !show) return;
    event.preventDefault();
    const at = views.indexOf(view) + step;
    const next = views[Math.abs(step) > 1 ? (step < 0 ? 0 : views.length - 1) : (at + views.length) % views.length];
    if (next === undefined) return;
    show(next);
    document.getElementById(`view-${next}`)?.focus();
  };
  return (
    <section aria-label={t('preview')} className={styles.preview}>
      <div role="tablist" aria-label={t('views')} className={styles.tabs} onKeyDown={move}>
        {views.map((each) => (
          <button
            key={each}
            id={`view-${each}`}
            type={show ? 'button' : 'submit'}
            name="show"
            value={each}
            role="tab"
            aria-selected={each === view}
            aria-controls="view"
            tabIndex={show && each !== view ? -1 : 0}
            {...(show ? { onClick: () => show(each) } : {})}
          >
            {each === 'problems' ? t('view.problems', { count }) : t(`view.${each}`)}
          </button>
        ))}
      </div>
      <p role="status" className={styles.quiet}>
        {checked || checking !== 'resting' ? state : t('notChecked')}
      </p>
      <div role="tabpanel" id="view" aria-labelledby={`view-${view}`} className={styles.view}>
        {view !== 'problems' && checked?.ok === false && good && <Note title={t('lastGood')} />}
        {view === 'sample' || view === 'checklist'
          ? good && <SamplePlaceFields program={good.program} sample={good.sample} />
          : null}
        {view === 'problems' && <ProblemList problems={checked?.problems ?? []} goTo={goTo} />}
        {view !== 'problems' &&
          (good ? <Content good={good} view={view} day={day} /> : <Note title={t('noPreview')} />)}
      </div>
    </section>
  );
};
