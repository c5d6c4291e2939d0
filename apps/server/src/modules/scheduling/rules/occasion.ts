import type { Exam } from '@testamur/program';
import type { Sitting } from './assessments.ts';

type Mode = NonNullable<Sitting['delivery']>['modes'][number]['mode'];

const itemTypeText = { 'single-best-answer': 'multiple-choice items' } as const satisfies Record<
  Exam['itemType'],
  string
>;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What the assessment is made of, such as `4 stations`. */
export const formatOf = (assessment: Sitting): string => {
  switch (assessment.kind) {
    case 'exam':
      return `${assessment.items} ${itemTypeText[assessment.itemType]}`;
    case 'performance':
      return counted(assessment.rubric.criteria.length, 'task', 'tasks');
    case 'oral':
      return `a conversation with ${counted(assessment.panel.examiners, 'examiner', 'examiners')}`;
    case 'hands-on':
      return counted(assessment.rubric.criteria.length, 'station', 'stations');
  }
};

/** Where it can be taken, as the program says. */
export const placesOf = ({ kind, delivery }: Sitting, organizationName: string): readonly string[] => {
  const modes = (delivery?.modes ?? []).map(({ title, description }) => `${title}: ${description}`);
  const agreed = `${organizationName} agrees the day and the place with you; the day lies within your window.`;
  if (kind === 'exam') return modes.length > 0 ? modes : ['Online, on your own computer, at a time that you choose.'];
  return [...modes, agreed];
};

/** An exam is taken online where its program does not say otherwise; a session is where people meet. */
const modesOf = ({ kind, delivery }: Sitting): ReadonlySet<Mode> =>
  new Set<Mode>(delivery?.modes.map(({ mode }) => mode) ?? [kind === 'exam' ? 'online' : 'on-site']);

const identification = 'Have an official photo identification at hand that shows the name of your account.';

/** What has to be brought and made ready. */
export const preparationFor = (assessment: Sitting): readonly string[] => {
  const modes = modesOf(assessment);
  const only = modes.size === 1;
  const at = (place: string) => (only ? '' : `${place}: `);
  const online = at('Online');
  const onTheSpot = at('At the place');
  const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
  const lines = [identification];
  if (modes.has('online')) {
    const check = assessment.kind === 'exam' ? ' The page before the exam checks them.' : '';
    lines.push(
      capital(`${online}use a computer with a current browser, a keyboard and a steady connection.${check}`),
      capital(`${online}choose a room where nobody disturbs you for the whole time.`),
    );
  }
  if (modes.has('test-center') || modes.has('on-site')) {
    lines.push(capital(`${onTheSpot}bring the authorization letter or its number.`));
  }
  return lines;
};

/** What holds while it lasts. */
export const rulesFor = (assessment: Sitting): readonly string[] => {
  const alone = 'Work alone, without notes, telephone or other devices.';
  switch (assessment.kind) {
    case 'exam':
      return [
        alone,
        'The clock does not stop when the connection is lost; your answers are kept on your device until it is back.',
        'Do not copy or pass on any item. Doing so ends the exam and can end the certification.',
      ];
    case 'oral':
      return [
        'Speak for yourself: nobody may help you, and no notes or devices are used.',
        'The conversation is judged aspect by aspect, by the rubric that the program has published.',
        'Do not record the conversation or pass on what was asked. Doing so can end the certification.',
      ];
    case 'performance':
    case 'hands-on':
      return [
        alone,
        'Follow the safety instructions of the examiner at once; they may stop the work to prevent harm.',
        'Do not copy or pass on any task. Doing so ends the assessment and can end the certification.',
      ];
  }
};
