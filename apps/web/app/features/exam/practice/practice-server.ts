import { isAnswered } from '@testamur/qti';
import { presentInstant } from '../../../document/present.ts';
import { type Answers, withMarks } from '../delivery/entry.ts';
import type { ExamItem, ExamServer } from '../delivery/port.ts';

const practiceMinutes = 30;

interface Practice {
  readonly title: string;
  readonly candidateName: string;
  readonly items: readonly ExamItem[];
}

/** Answers like the server, within the page alone. */
export const createPracticeServer = ({ title, candidateName, items }: Practice): ExamServer => {
  const endsAt = new Date(Date.parse(presentInstant()) + practiceMinutes * 60_000).toISOString();
  let answers: Answers = { responses: new Map(), flags: new Set() };
  let sealed = false;
  const clock = () => ({ serverNow: presentInstant(), endsAt, status: sealed ? 'sealed' : 'working' }) as const;
  return {
    open: async () => ({ ...clock(), title, candidateName, items, nextSeq: 1, responses: {}, flags: [] }),
    save: async ({ entries }) => {
      answers = withMarks(answers, entries);
      return { ...clock(), acknowledged: entries.map(({ seq }) => seq) };
    },
    clock: async () => {
      sealed ||= presentInstant() > endsAt;
      return clock();
    },
    submit: async () => {
      sealed = true;
      const answered = [...answers.responses.values()].filter(isAnswered).length;
      return { status: 'sealed', sealedAt: presentInstant(), answered, items: items.length };
    },
  };
};
