import {
  type AssessmentTest,
  type CandidateItem,
  type ContentNode,
  candidateView,
  controlOf,
  currentItem,
  endPart,
  type ItemRef,
  limitsAround,
  moveNext,
  moveTo,
  type PlainValues,
  type PlannedItem,
  planTest,
  presentTestContent,
  type ResolveMedia,
  type RunningLimit,
  type Step,
  spend,
  startTest,
  submitItem,
  type TestContent,
  type TestSession,
  testFeedback,
} from '@testamur/qti';
import type { MediaAddresses } from './media.ts';
import { type VariableRow, variableRow } from './values.ts';
import type { OpenItem, OpenTest } from './workspace.ts';

/** One step of a person who walks through a test. */
export type WalkStep =
  | { readonly act: 'begin'; readonly seed: number }
  | { readonly act: 'submit'; readonly session: TestSession; readonly responses: PlainValues }
  | { readonly act: 'next' | 'end-part'; readonly session: TestSession }
  | { readonly act: 'go'; readonly session: TestSession; readonly to: string };

interface Shown {
  readonly title: string | null;
  readonly body: readonly ContentNode[];
}

export interface WalkPlace {
  readonly identifier: string;
  readonly title: string;
  readonly current: boolean;
  readonly answered: boolean;
  /** The outcome SCORE; null before it has one. */
  readonly score: number | null;
}

/** Where the walk stands. */
export interface Walk {
  readonly session: TestSession;
  readonly ended: boolean;
  /** Why the last step was not taken. */
  readonly refusal: string | null;
  readonly part: {
    readonly identifier: string;
    readonly title: string | null;
    readonly free: boolean;
    readonly atOnce: boolean;
  } | null;
  readonly sections: readonly string[];
  readonly places: readonly WalkPlace[];
  readonly item: { readonly identifier: string; readonly view: CandidateItem; readonly values: PlainValues } | null;
  /** The times that run; none after the end. */
  readonly limits: readonly RunningLimit[];
  readonly words: readonly Shown[];
  /** Of the test; BCP 47. */
  readonly language: string | null;
  readonly outcomes: readonly VariableRow[];
}

/** References of a test to items that are not there or were refused. */
export const missingItems = ({ test, itemAt }: OpenTest): readonly string[] => {
  if (test === undefined) return [];
  return [...new Set(refsOf(test).map(({ href }) => href))].filter((href) => itemAt(href)?.item === undefined);
};

const refsOf = (test: AssessmentTest): readonly ItemRef[] => {
  const inside = (node: AssessmentTest['parts'][number]['sections'][number] | ItemRef): readonly ItemRef[] => {
    if (node.type === 'item-ref') return [node];
    return node.type === 'section' ? node.children.flatMap(inside) : [];
  };
  return test.parts.flatMap(({ sections }) => sections.flatMap(inside));
};

/** @param seconds since the step before this one; they count against the limits of time, whether the step is taken or not. */
export const walk = (open: OpenTest, media: MediaAddresses, step: WalkStep, seconds: number): Walk => {
  const { test } = open;
  if (test === undefined) throw new Error('The test was refused.');
  const openAt = (ref: ItemRef): OpenItem => {
    const found = open.itemAt(ref.href);
    if (found === undefined) throw new Error(`The item ${ref.href} is missing.`);
    return found;
  };
  const content: TestContent = {
    test,
    itemOf: (ref) => {
      const { item } = openAt(ref);
      if (item === undefined) throw new Error(`The item ${ref.href} was refused.`);
      return item;
    },
  };
  const shown = (session: TestSession) => placeOf({ content, open, openAt, media, session });
  if (step.act === 'begin') return { ...shown(startTest(content, { seed: step.seed })), refusal: null };
  const at = currentItem(content, step.session);
  const now = at === undefined ? step.session : spend(step.session, at, seconds);
  const taken = take(content, now, step);
  return taken.ok ? { ...shown(taken.session), refusal: null } : { ...shown(now), refusal: taken.text };
};

const take = (content: TestContent, now: TestSession, step: Exclude<WalkStep, { act: 'begin' }>): Step => {
  switch (step.act) {
    case 'submit':
      return submitItem(content, now, step.responses);
    case 'next':
      return moveNext(content, now);
    case 'end-part':
      return endPart(content, now);
    case 'go':
      return moveTo(content, now, step.to);
  }
};

interface Place {
  readonly content: TestContent;
  readonly open: OpenTest;
  openAt(ref: ItemRef): OpenItem;
  readonly media: MediaAddresses;
  readonly session: TestSession;
}

const placeOf = ({ content, open, openAt, media, session }: Place): Omit<Walk, 'refusal'> => {
  const { test } = content;
  const planned = currentItem(content, session);
  const plan = planTest(test, session.seed);
  const shown = planned === undefined ? plan.items : plan.items.filter(({ part }) => part === planned.part);
  return {
    session,
    ended: session.ended,
    part:
      planned === undefined
        ? null
        : {
            identifier: planned.part.identifier,
            title: planned.part.title,
            free: planned.part.navigationMode === 'nonlinear',
            atOnce: planned.part.submissionMode === 'simultaneous',
          },
    sections: planned?.sections.map(({ section }) => section.title) ?? [],
    places: shown.map((one) => placeIn(content, session, one)),
    item: planned === undefined ? null : itemAt(content, openAt(planned.ref), media, session, planned),
    limits: planned === undefined ? [] : limitsAround(content, session, planned),
    words: wordsAt(content, session, planned, media.resolverIn(open.folders)),
    language: test.language,
    outcomes: test.outcomes.map((declared) => variableRow(declared, session.outcomes[declared.identifier])),
  };
};

const stateOf = ({ items }: TestSession, { identifier }: PlannedItem) =>
  Object.hasOwn(items, identifier) ? items[identifier] : undefined;

const placeIn = (content: TestContent, session: TestSession, planned: PlannedItem): WalkPlace => {
  const state = stateOf(session, planned);
  const score = state?.session.outcomes.SCORE;
  return {
    identifier: planned.identifier,
    title: content.itemOf(planned.ref).title,
    current: planned.identifier === session.current,
    answered: state?.responded ?? false,
    score: state !== undefined && state.session.numAttempts > 0 && typeof score === 'number' ? score : null,
  };
};

const itemAt = (
  content: TestContent,
  open: OpenItem,
  media: MediaAddresses,
  session: TestSession,
  planned: PlannedItem,
): Walk['item'] => {
  const state = stateOf(session, planned);
  if (state === undefined) return null;
  const showFeedback = state.session.numAttempts > 0 && controlOf(planned).showFeedback;
  const how = { session: state.session, resolve: media.resolver(open), stimuli: open.stimuli, showFeedback };
  return {
    identifier: planned.identifier,
    view: candidateView(content.itemOf(planned.ref), how),
    values: state.pending ?? state.session.responses,
  };
};

/** Rubrics of the test, the part and its sections, and feedback on the test that is due. */
const wordsAt = (
  content: TestContent,
  session: TestSession,
  planned: PlannedItem | undefined,
  resolve: ResolveMedia,
): readonly Shown[] => {
  const { test } = content;
  const rubrics =
    planned === undefined
      ? []
      : [...test.rubrics, ...planned.part.rubrics, ...planned.sections.flatMap(({ section }) => section.rubrics)];
  const access = session.ended ? 'atEnd' : 'during';
  const feedback = [
    ...testFeedback(content, session, access),
    ...(planned === undefined ? [] : testFeedback(content, session, 'during', planned.part.identifier)),
    ...(session.ended
      ? test.parts.flatMap(({ identifier }) => testFeedback(content, session, 'atEnd', identifier))
      : []),
  ];
  return [{ title: null, content: rubrics }, ...feedback]
    .map(({ title, content: nodes }) => ({ title, body: presentTestContent(test, session, nodes, { resolve }) }))
    .filter(({ body }) => body.length > 0);
};
