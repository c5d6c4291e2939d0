import type { Answers, Entry } from '../entry.ts';
import { withMarks } from '../entry.ts';
import type { AttemptStatus, ExamServer, Opened } from '../port.ts';

/** What becomes of a request: it is answered, it is lost on its way, its answer is lost, or the server is too busy. */
export type Fate = 'answered' | 'request-lost' | 'answer-lost' | 'busy';

const refusal = (status: number, code: string) => Object.assign(new Error(code), { status, code });

/** The rules of `delivery` in a few lines: an append-only log by sequence number, one device that writes, one clock. */
export const createFakeServer = (nowMs: () => number, minutes = 60) => {
  const log = new Map<number, Entry>();
  const endsMs = nowMs() + minutes * 60_000;
  const begun = Date.parse('2027-04-12T14:00:00.000Z');
  const at = (ms: number) => new Date(begun + ms).toISOString();
  const empty: Answers = { responses: new Map(), flags: new Set() };
  const fates: Fate[] = [];
  let status: AttemptStatus = 'working';
  let writer: string | undefined;
  let signedIn = true;
  let conflicts = 0;
  let submissions = 0;

  const isOver = () => status !== 'working' || nowMs() > endsMs + 5_000;
  const clock = () => ({ serverNow: at(nowMs()), endsAt: at(endsMs), status });
  const entries = () => [...log.values()].sort((a, b) => a.seq - b.seq);
  const answers = () => withMarks(empty, entries());
  const lastSeq = () => Math.max(0, ...log.keys());
  const sameAs = (a: Entry, b: Entry) =>
    a.itemId === b.itemId && a.kind === b.kind && JSON.stringify(a.value) === JSON.stringify(b.value);

  const answer = async <T>(run: () => T): Promise<T> => {
    const fate = fates.shift() ?? 'answered';
    if (fate === 'request-lost') throw new TypeError('Failed to fetch');
    if (fate === 'busy') throw refusal(503, 'delivery.busy');
    if (!signedIn) throw refusal(401, 'platform.sign-in-required');
    const answered = run();
    if (fate === 'answer-lost') throw new TypeError('Failed to fetch');
    return answered;
  };

  const server: ExamServer = {
    open: ({ deviceId }) =>
      answer((): Opened => {
        if (isOver()) throw refusal(409, 'delivery.attempt-over');
        writer = deviceId;
        const { responses, flags } = answers();
        const paper = { candidateName: 'Ana Rivera', title: 'Written exam', items: [], nextSeq: lastSeq() + 1 };
        return { ...clock(), ...paper, responses: Object.fromEntries(responses), flags: [...flags] };
      }),
    save: ({ deviceId, entries: sent }) =>
      answer(() => {
        if (isOver()) throw refusal(409, 'delivery.attempt-over');
        if (deviceId !== writer) throw refusal(409, 'delivery.other-device');
        for (const entry of sent) if (!log.has(entry.seq)) log.set(entry.seq, entry);
        const conflict = sent.some((entry) => !sameAs(log.get(entry.seq) ?? entry, entry));
        if (conflict) {
          conflicts += 1;
          throw refusal(409, 'delivery.sequence-conflict');
        }
        return { ...clock(), acknowledged: sent.map(({ seq }) => seq) };
      }),
    clock: () => answer(clock),
    submit: ({ deviceId, lastSeq: last }) => {
      submissions += 1;
      return answer(() => {
        if (status === 'working' && !isOver()) {
          if (deviceId !== writer) throw refusal(409, 'delivery.other-device');
          if (lastSeq() < last) throw refusal(409, 'delivery.answers-missing');
        }
        if (status === 'working') status = isOver() ? 'sealed-at-time' : 'sealed';
        const answered = [...answers().responses.values()].filter((value) => value !== null).length;
        return { status, sealedAt: at(nowMs()), answered, items: 100 };
      });
    },
  };
  return {
    server,
    entries,
    answers,
    fates,
    conflicts: () => conflicts,
    /** How often it was asked to seal. */
    submissions: () => submissions,
    status: () => status,
    seal: (as: AttemptStatus) => {
      status = as;
    },
    setSignedIn: (is: boolean) => {
      signedIn = is;
    },
    heal: () => {
      fates.length = 0;
    },
  };
};
