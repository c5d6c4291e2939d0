/** What somebody answered, by the key of the inquiry; several options are joined by commas. */
export type Answers = Readonly<Record<string, string>>;

/** Which programs it is about; all of them without any. */
export const programsParam = 'p';
/** The inquiry that the form was about, so that an empty answer can be told from none. */
export const askedParam = 'asked';

/** Keys of inquiries are words joined by hyphens, with what they are about after a colon. */
const keyForm = /^[a-z][a-z-]{0,40}(:[a-z0-9-]{1,58})?$/;
const mostAnswers = 40;
const longestAnswer = 1000;

const isReserved = (key: string): boolean => key === programsParam || key === askedParam;

/** The answers that stand in an address; what cannot be one is left out. */
export const readAnswers = (params: URLSearchParams): Answers => {
  const keys = [...new Set(params.keys())].filter((key) => keyForm.test(key) && !isReserved(key));
  const answers = keys.map((key) => [key, params.getAll(key).filter(Boolean).join(',')] as const);
  return Object.fromEntries(
    answers.filter(([, answer]) => answer !== '' && answer.length <= longestAnswer).slice(0, mostAnswers),
  );
};

export const without = (answers: Answers, key: string): Answers => {
  const { [key]: _left, ...rest } = answers;
  return rest;
};

export const answersSearch = (answers: Answers): string => new URLSearchParams(answers).toString();

/** The interview as it stands after these answers. */
export const qualifyPath = (answers: Answers, programs: readonly string[] = []): string => {
  const params = new URLSearchParams([...programs.map((id) => [programsParam, id]), ...Object.entries(answers)]);
  const search = params.toString();
  return search === '' ? '/qualify' : `/qualify?${search}`;
};

/** To the application, with the answers in one parameter. */
export const applyPath = (organization: string, programId: string, answers: Answers): string => {
  const search = answersSearch(answers);
  const path = `/apply/${organization}/${programId}`;
  return search === '' ? path : `${path}?${new URLSearchParams({ answers: search }).toString()}`;
};

/** The answers that an address brings to the application; undefined where it brings none. */
export const broughtAnswers = (url: URL): Answers | undefined => {
  const answers = readAnswers(new URLSearchParams(url.searchParams.get('answers') ?? ''));
  return Object.keys(answers).length === 0 ? undefined : answers;
};
