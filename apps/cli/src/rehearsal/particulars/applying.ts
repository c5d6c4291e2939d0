import { findRequirement, labelOf, type Requirement } from '@testamur/program';
import type { Chronicle, Particular } from './particular.ts';

const has =
  (kind: Requirement['kind']): Particular['isIn'] =>
  ({ requirements }) =>
    requirements.some((requirement) => requirement.kind === kind);

/** Statements that were given for requirements of a kind. */
const given = ({ program, facts }: Chronicle, kind: Requirement['kind']) =>
  facts('statement-given').filter(({ data }) => findRequirement(program, data.requirement)?.kind === kind);

const training: Particular = {
  id: 'attested-training',
  title: 'Training attested by its provider',
  isIn: has('training'),
  show: (chronicle) => {
    const attested = given(chronicle, 'training').filter(({ data }) => data.confirmed);
    const verdicts = chronicle.facts('requirement-judged');
    const byReviewer = verdicts.filter(
      ({ data }) => findRequirement(chronicle.program, data.requirement)?.kind === 'training',
    );
    return {
      holds: attested.length === 1 && byReviewer.length === 0,
      expected: 'one statement of a provider that confirms the training, and no verdict of a reviewer on it',
      found: `${attested.length} confirmed by the provider: ${attested.map(({ text }) => text).join(' ')}`,
      evidence: attested,
    };
  },
};

const references: Particular = {
  id: 'exact-references',
  title: 'References from others, as many as are asked for',
  isIn: has('references'),
  show: (chronicle) => {
    const { program, findings, standing } = chronicle;
    const rules = program.requirements.filter((requirement) => requirement.kind === 'references');
    const counts = rules.map(({ id, minimum, maximum, relations }) => {
      const mine = standing.statements.filter((one) => one.requirement === id && one.state === 'given');
      const refused = findings.list('refused-statement').filter(({ requirement }) => requirement === id);
      const isExact = minimum === maximum;
      return {
        id,
        minimum,
        maximum,
        given: mine.length,
        by: mine.map(({ relation = '' }) => labelOf(relations, relation)),
        oneMoreIsRefused: refused.map(({ words }) => words),
        holds: mine.length >= minimum && mine.length <= maximum && (!isExact || refused.length > 0),
      };
    });
    return {
      holds: counts.every(({ holds }) => holds),
      expected: rules.map(({ minimum, maximum }) => `${minimum} to ${maximum} references, and no more`).join('; '),
      found: counts.map(({ given: count, by }) => `${count} given (${by.join(', ')})`).join('; '),
      evidence: { counts, statements: given(chronicle, 'references') },
    };
  },
};

const backgroundCheck: Particular = {
  id: 'background-check',
  title: 'A background check with the consent of the candidate',
  isIn: has('background-check'),
  show: ({ program, facts }) => {
    const isCheck = ({ data }: { readonly data: { readonly requirement: string } }) =>
      findRequirement(program, data.requirement)?.kind === 'background-check';
    const consented = facts('requirement-declared').filter(isCheck);
    const judged = facts('requirement-judged').filter(isCheck);
    const [first, outcome] = [consented[0], judged.at(-1)];
    return {
      holds: first !== undefined && outcome?.data.verdict === 'accepted' && first.at <= outcome.at,
      expected: 'consent first, then a clear result',
      found: [...consented, ...judged].map(({ text }) => text).join(' '),
      evidence: [...consented, ...judged],
    };
  },
};

const nestedExperience: Particular = {
  id: 'nested-experience',
  title: 'Experience of which a part has to be of a narrower kind',
  isIn: ({ requirements }) => requirements.some((rule) => rule.kind === 'experience' && rule.ofWhich !== undefined),
  show: ({ program, findings }) => {
    const nested = program.requirements.filter((rule) => rule.kind === 'experience' && rule.ofWhich !== undefined);
    const counted = findings
      .list('counted-experience')
      .filter((one) => nested.some(({ id }) => id === one.requirement));
    const [short, full] = [counted[0], counted.at(-1)];
    return {
      holds: short?.isEnough === false && full?.isEnough === true,
      expected: 'the whole alone not to be enough, and to be with the narrower part',
      found: counted.map(({ detail, isEnough }) => `${isEnough ? 'Enough' : 'Not enough'}: ${detail}`).join(' '),
      evidence: counted,
    };
  },
};

const registrationFirst: Particular = {
  id: 'registration',
  title: 'Registering comes first, and is paid for',
  isIn: has('registration'),
  show: ({ program, facts }) => {
    const fees = program.fees.filter(({ kind }) => kind === 'registration').map(({ id }) => id);
    const paid = facts('fee-settled').filter(({ data }) => fees.includes(data.fee));
    const submitted = facts('application-submitted')[0];
    const [first] = paid;
    return {
      holds: paid.length === fees.length && first !== undefined && submitted !== undefined && first.at <= submitted.at,
      expected: 'the fee for the registration to be settled before the application is submitted',
      found: [...paid, ...(submitted ? [submitted] : [])].map(({ at, text }) => `${at.slice(0, 10)} ${text}`).join(' '),
      evidence: paid,
    };
  },
};

export const applying: readonly Particular[] = [
  registrationFirst,
  training,
  nestedExperience,
  references,
  backgroundCheck,
];
