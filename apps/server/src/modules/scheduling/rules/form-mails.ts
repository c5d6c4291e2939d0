import type { Exam, Program } from '@testamur/program';

interface Mail {
  readonly subject: string;
  readonly body: string;
}

interface Waiting {
  readonly program: Program;
  readonly exam: Exam;
  readonly name: string;
  /** The window runs already; without it, it begins once there is a form. */
  readonly isAuthorized: boolean;
  readonly url: string;
}

/** To the candidate whose exam waits for a form. */
export const waitMail = ({ program, exam, name, isAuthorized, url }: Waiting): Mail => ({
  subject: `Your ${exam.title.toLowerCase()} waits for a new form`,
  body: [
    `Dear ${name},`,
    `Each attempt at the assessment "${exam.title}" has items on a form that you have not seen before. There is no such form at the moment; ${program.organization.name} has been told and has to publish one.`,
    isAuthorized
      ? 'You can begin as soon as it is published. If your window becomes too short by the wait, ask for a later end.'
      : 'You are then authorized by itself, and your window begins only then: the wait takes none of your time.',
    `Where you stand: ${url}`,
  ].join('\n\n'),
});

interface Needed {
  readonly program: Program;
  readonly exam: Exam;
  readonly name: string;
  /** How many there are. */
  readonly forms: number;
  readonly url: string;
}

/** To those who run the program. */
export const formNeededMail = ({ program, exam, name, forms, url }: Needed): Mail => ({
  subject: `${program.abbreviation}: candidates wait for a form of the ${exam.title.toLowerCase()}`,
  body: [
    `Dear ${name},`,
    `A candidate cannot go on: they have seen every published form of the assessment "${exam.title}" (${program.abbreviation}, edition ${program.edition}), or there is none.`,
    `Forms published: ${forms}. Attempts that the program allows: ${exam.retake.attempts}. Each attempt needs a form of its own.`,
    `A psychometrician publishes another form here: ${url}. Everybody who waits goes on by itself.`,
  ].join('\n\n'),
});

/** What a program's page says about the forms of one exam; empty where there are enough. */
export const formProblem = (forms: number, attempts: number, waiting: number): string => {
  if (waiting > 0) {
    const who = waiting === 1 ? '1 candidate waits' : `${waiting} candidates wait`;
    return `${who} for a form that they have not seen. Publish another one.`;
  }
  if (forms === 0) return 'No form is published: nobody can be authorized for this exam.';
  if (forms < attempts) {
    return `The program allows ${attempts} attempts and has ${forms === 1 ? '1 form' : `${forms} forms`}: whoever has seen them all will have to wait. Publish ${attempts - forms} more.`;
  }
  return '';
};
