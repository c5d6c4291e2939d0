import { findAssessment, isRated, isSession, titleOf } from '@testamur/program';
import { assessmentsFor } from '../plan/choose.ts';
import type { Chronicle, Particular, RecordedOf } from './particular.ts';

const passes = ({ facts }: Chronicle): readonly RecordedOf<'result-released'>[] =>
  facts('result-released').filter(({ data }) => data.passed);

/** Passed before the first credential: what is passed later serves a renewal. */
const firstPasses = (chronicle: Chronicle): readonly RecordedOf<'result-released'>[] => {
  const granted = chronicle.facts('credential-granted')[0]?.at ?? '';
  return passes(chronicle).filter(({ at }) => at <= granted);
};

const allPassed: Particular = {
  id: 'all-to-pass',
  title: 'Several assessments, all to be passed',
  isIn: (program, circumstances) => assessmentsFor(program, circumstances).length > 1,
  show: (chronicle) => {
    const { program, circumstances, facts } = chronicle;
    const asked = assessmentsFor(program, circumstances);
    const passed = firstPasses(chronicle);
    const decided = facts('decision-recorded')[0];
    const last = passed.at(-1);
    return {
      holds:
        asked.every(({ id }) => passed.some(({ data }) => data.assessment === id)) &&
        decided !== undefined &&
        last !== undefined &&
        last.at <= decided.at,
      expected: `${asked.length} results that pass before the decision`,
      found: `${passed.map(({ text }) => text).join(' ')} Then: ${decided?.text ?? 'no decision'}`,
      evidence: [...passed, ...(decided ? [decided] : [])],
    };
  },
};

const anyOrder: Particular = {
  id: 'any-order',
  title: 'Assessments in any order',
  isIn: (program, circumstances) => {
    const free = assessmentsFor(program, circumstances).filter(
      ({ after, kind }) => after === undefined && kind === 'exam',
    );
    return free.length > 1;
  },
  show: (chronicle) => {
    const { program, circumstances, facts } = chronicle;
    const exams = assessmentsFor(program, circumstances)
      .filter(({ kind }) => kind === 'exam')
      .map(({ id }) => id);
    const begun = facts('attempt-begun')
      .map(({ data }) => data.assessment)
      .filter((id) => exams.includes(id));
    return {
      holds: begun.join() === exams.toReversed().join() && begun.length > 1,
      expected: `the order ${exams.toReversed().join(', ')}, the reverse of that of the program`,
      found: begun.join(', '),
      evidence: facts('attempt-begun'),
    };
  },
};

const inSequence: Particular = {
  id: 'in-sequence',
  title: 'One assessment opens once another is passed',
  isIn: ({ assessments }) => assessments.some(({ after }) => after !== undefined),
  show: (chronicle) => {
    const { program, facts } = chronicle;
    const ordered = program.assessments.flatMap(({ id, after = [] }) => after.map((first) => ({ id, first })));
    const rows = ordered.map(({ id, first }) => {
      const passed = passes(chronicle).find(({ data }) => data.assessment === first);
      const opened = facts('test-authorized').find(({ data }) => data.assessment === id);
      return { id, first, passedAt: passed?.at, openedAt: opened?.at };
    });
    return {
      holds: rows.every(
        ({ passedAt, openedAt }) => passedAt !== undefined && openedAt !== undefined && passedAt <= openedAt,
      ),
      expected: ordered.map(({ id, first }) => `${id} to be authorized after ${first} is passed`).join('; '),
      found: rows
        .map(({ id, first, passedAt, openedAt }) => `${first} passed ${passedAt}, ${id} authorized ${openedAt}`)
        .join('; '),
      evidence: rows,
    };
  },
};

const kinds = {
  portfolio: 'A portfolio judged by a rubric',
  performance: 'Tasks carried out and rated',
  oral: 'An oral examination by a panel',
  'hands-on': 'Stations rated by examiners',
} as const;

const rated = (kind: keyof typeof kinds): Particular => ({
  id: kind === 'oral' ? 'oral-result' : kind,
  title: kinds[kind],
  isIn: (program, circumstances) =>
    assessmentsFor(program, circumstances).some((assessment) => assessment.kind === kind),
  show: (chronicle) => {
    const { program, circumstances, findings, facts } = chronicle;
    const mine = assessmentsFor(program, circumstances).filter((assessment) => assessment.kind === kind);
    const rows = mine.filter(isRated).map((assessment) => {
      const result = passes(chronicle).find(({ data }) => data.assessment === assessment.id);
      const examiners = findings.list('panel').find((panel) => panel.assessment === assessment.id)?.examiners ?? [];
      const held = facts('session-held').find(({ data }) => data.assessment === assessment.id);
      const needed = assessment.kind === 'oral' ? assessment.panel.examiners : 1;
      const rubric = assessment.rubric.criteria;
      return {
        title: assessment.title,
        holds:
          result !== undefined &&
          result.data.byTopic.length === rubric.length &&
          examiners.length === needed &&
          (!isSession(assessment) || held !== undefined),
        score: `${result?.data.score} of ${result?.data.maxScore}`,
        byCriterion: result?.data.byTopic.map(
          ({ topic, score, maxScore }) => `${titleOf(rubric, topic)} ${score}/${maxScore}`,
        ),
        examiners,
        heldOn: held?.data.heldOn,
      };
    });
    return {
      holds: rows.length > 0 && rows.every(({ holds }) => holds),
      expected: 'a result with points for every criterion, by as many examiners as are asked for',
      found: rows
        .map(
          ({ title, score, examiners, byCriterion }) =>
            `${title}: ${score} by ${examiners.length}; ${byCriterion?.join(', ')}`,
        )
        .join('. '),
      evidence: rows,
    };
  },
});

const course: Particular = {
  id: 'course-by-registration',
  title: 'A course that registering unlocks',
  isIn: ({ assessments, fees }) =>
    assessments.some(({ kind }) => kind === 'course') && fees.some(({ kind }) => kind === 'registration'),
  show: ({ facts, findings, program }) => {
    const locked = findings.list('locked-course');
    const registration = program.fees.filter(({ kind }) => kind === 'registration').map(({ id }) => id);
    const paid = facts('fee-settled').find(({ data }) => registration.includes(data.fee));
    const modules = facts('module-completed');
    const wanted = program.assessments.flatMap((one) =>
      one.kind === 'course' ? one.modules.list.map(({ id }) => id) : [],
    );
    const [first] = modules;
    return {
      holds:
        locked.length > 0 &&
        modules.length === wanted.length &&
        paid !== undefined &&
        first !== undefined &&
        paid.at <= first.at,
      expected: `the course closed before, and ${wanted.length} modules after the registration is paid`,
      found: `Before: ${locked.map(({ reason }) => reason).join(' ')} Paid ${paid?.at.slice(0, 10)}; ${modules.length} modules completed.`,
      evidence: { locked, paid, modules },
    };
  },
};

const letter: Particular = {
  id: 'authorization-letter',
  title: 'A letter that authorizes to test, with the places',
  isIn: (program, circumstances) =>
    assessmentsFor(program, circumstances).some((assessment) => assessment.kind === 'exam' || isSession(assessment)),
  show: ({ findings, program }) => {
    const letters = findings.list('letter');
    const rows = letters.map(({ assessment, number, places, text }) => {
      const modes = findAssessment(program, assessment)?.delivery?.modes.map(({ title }) => title) ?? [];
      const plain = text.replace(/\s+/g, ' ');
      return { number, assessment, places, onPaper: modes.filter((mode) => plain.includes(mode)), modes };
    });
    return {
      holds: rows.length > 0 && rows.every(({ modes, onPaper }) => modes.length === onPaper.length),
      expected: 'a letter that names every place where it can be taken',
      found: rows.map(({ number, places }) => `${number}: ${places.join(' ')}`).join('; '),
      evidence: rows,
    };
  },
};

const testCenter: Particular = {
  id: 'test-center',
  title: 'An assessment at a test center',
  isIn: (program, circumstances) =>
    assessmentsFor(program, circumstances).some(({ delivery }) =>
      delivery?.modes.some(({ mode }) => mode === 'test-center'),
    ),
  show: ({ findings, program }) => {
    const rows = findings.list('letter').map(({ assessment, number, places }) => {
      const modes = findAssessment(program, assessment)?.delivery?.modes ?? [];
      const center = modes.find(({ mode }) => mode === 'test-center')?.title;
      return { number, places: center === undefined ? [] : places.filter((place) => place.includes(center)) };
    });
    return {
      holds: rows.some(({ places }) => places.length > 0),
      expected: 'the test center among the places of a letter',
      found: rows.map(({ number, places }) => `${number}: ${places.join(' ')}`).join('; '),
      evidence: rows,
    };
  },
};

const atOnce: Particular = {
  id: 'result-at-once',
  title: 'The result goes out at once',
  isIn: (program, circumstances) =>
    assessmentsFor(program, circumstances).some(({ results, kind }) => results === 'at-once' && kind !== 'course'),
  show: (chronicle) => {
    const { program, facts, findings } = chronicle;
    const isAtOnce = (id: string) => findAssessment(program, id)?.results === 'at-once';
    const rows = passes(chronicle)
      .filter(({ data }) => isAtOnce(data.assessment))
      .map((released) => {
        const done = [...facts('session-held'), ...facts('attempt-sealed')].find(
          ({ data }) => data.assessment === released.data.assessment,
        );
        const seconds = done === undefined ? undefined : (Date.parse(released.at) - Date.parse(done.at)) / 1000;
        const reported = findings
          .list('score-report')
          .some(({ assessment }) => assessment === released.data.assessment);
        return { released, done, seconds, reported };
      });
    return {
      holds:
        rows.length > 0 && rows.every(({ seconds, reported }) => seconds !== undefined && seconds < 60 && reported),
      expected: 'a result and a score report within a minute',
      found: rows.map(({ released, seconds }) => `${released.text} After ${seconds} s.`).join(' '),
      evidence: rows,
    };
  },
};

const scaled: Particular = {
  id: 'scaled-score',
  title: 'Scores on a scale',
  isIn: (program, circumstances) =>
    assessmentsFor(program, circumstances).some((one) => one.kind === 'exam' && one.pass.scale !== undefined),
  show: ({ findings }) => {
    const reports = findings.list('score-report').filter(({ scaled: points }) => points !== undefined);
    return {
      holds: reports.length > 0,
      expected: 'scaled scores in the score report',
      found: reports.map(({ assessment, scaled: points }) => `${assessment} ${points}`).join(', '),
      evidence: reports,
    };
  },
};

const materials: Particular = {
  id: 'preparation',
  title: 'Study material and practice tests',
  isIn: ({ preparation }) => preparation?.materials !== undefined,
  show: ({ program, findings }) => {
    const offered = program.preparation?.materials ?? [];
    const used = [...findings.list('practice'), ...findings.list('study-guide')];
    return {
      holds: offered.every(({ id }) => used.some(({ material }) => material === id)),
      expected: offered.map(({ title }) => title).join(', '),
      found: used
        .map((one) =>
          one.kind === 'practice' ? `${one.material}: ${one.items} items` : `${one.material}: ${one.sections} sections`,
        )
        .join(', '),
      evidence: used,
    };
  },
};

export const assessing: readonly Particular[] = [
  materials,
  course,
  letter,
  testCenter,
  allPassed,
  anyOrder,
  inSequence,
  rated('portfolio'),
  rated('performance'),
  rated('oral'),
  rated('hands-on'),
  atOnce,
  scaled,
];
