import {
  type AssessmentItem,
  type AssessmentTest,
  type CandidateItem,
  type ContentNode,
  candidateView,
  currentItem,
  endPart,
  type ItemRef,
  moveNext,
  moveTo,
  type PlainValues,
  type PlannedItem,
  planTest,
  type Step,
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
  readonly view: CandidateItem;
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
  readonly words: readonly Shown[];
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

export const walk = (open: OpenTest, media: MediaAddresses, step: WalkStep): Walk => {
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
  const taken = take(content, step);
  const session = taken.ok ? taken.session : before(step);
  return { ...placeOf(content, openAt, media, session), refusal: taken.ok ? null : taken.text };
};

const before = (step: WalkStep): TestSession => {
  if (step.act === 'begin') throw new Error('A test that is not begun has no session.');
  return step.session;
};

const take = (content: TestContent, step: WalkStep): Step => {
  switch (step.act) {
    case 'begin':
      return { ok: true, session: startTest(content, { seed: step.seed }) };
    case 'submit':
      return submitItem(content, step.session, step.responses);
    case 'next':
      return moveNext(content, step.session);
    case 'end-part':
      return endPart(content, step.session);
    case 'go':
      return moveTo(content, step.session, step.to);
  }
};

const placeOf = (
  content: TestContent,
  openAt: (ref: ItemRef) => OpenItem,
  media: MediaAddresses,
  session: TestSession,
): Omit<Walk, 'refusal'> => {
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
    words: wordsAt(content, session, planned),
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
  const showFeedback = state.session.numAttempts > 0 && showsFeedback(planned);
  const how = { session: state.session, resolve: media.resolver(open), stimuli: open.stimuli, showFeedback };
  return {
    identifier: planned.identifier,
    view: candidateView(content.itemOf(planned.ref), how),
    values: state.pending ?? state.session.responses,
  };
};

/** What the reference says of feedback, else the nearest section, else the part (class ItemSessionControl). */
const showsFeedback = ({ ref, sections, part }: PlannedItem): boolean => {
  const holders = [ref, ...sections.map(({ section }) => section).reverse(), part];
  const said = holders.map(({ itemSessionControl }) => itemSessionControl?.showFeedback ?? null);
  return said.find((one) => one !== null) ?? false;
};

/** Rubrics of the part and its sections, and feedback on the test that is due. */
const wordsAt = (content: TestContent, session: TestSession, planned: PlannedItem | undefined): readonly Shown[] => {
  const { test } = content;
  const anyRef = refsOf(test)[0];
  if (anyRef === undefined) return [];
  const item = content.itemOf(anyRef);
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
  return [
    ...(rubrics.length > 0 ? [{ title: null, view: worded(item, rubrics, session) }] : []),
    ...feedback.map(({ title, content: nodes }) => ({ title, view: worded(item, nodes, session) })),
  ];
};

/** Words of the test as a candidate sees them: presented like the body of an item, with the outcomes of the test. */
const worded = (item: AssessmentItem, body: readonly ContentNode[], { seed, outcomes }: TestSession): CandidateItem => {
  const bare = {
    ...item,
    body,
    bodyClasses: [],
    modalFeedback: [],
    stimulusRefs: [],
    catalogs: [],
    companionMaterials: [],
  };
  const session = {
    seed,
    draws: 0,
    numAttempts: 0,
    duration: 0,
    completionStatus: 'unknown',
    context: {},
    templates: {},
    responses: {},
    outcomes,
    correct: {},
    defaults: {},
  } as const;
  return candidateView(bare, { session, showFeedback: true });
};
