import type { Api } from '../../../../api.ts';
import { type FieldError, invalidForm } from '../../../../forms/form-problem.ts';
import { once } from '../../../../forms/idempotency.tsx';
import type { Translate } from '../../../../text/format.ts';
import type { Candidacy } from '../../candidacy.ts';
import { failed, textOf } from '../entries/read-form.ts';
import type { Asking } from './asking.ts';
import type { messages } from './statement-messages.ts';

interface Asked {
  readonly api: Api;
  readonly form: FormData;
  readonly candidacy: Candidacy;
  readonly requirement: Asking;
  readonly t: Translate<typeof messages>;
}

/** What was done; the page says so after it is shown anew. */
export type Did = 'asked' | 'reminded' | 'taken-back';

export const didOf = (value: string | null): Did | undefined =>
  value === 'asked' || value === 'reminded' || value === 'taken-back' ? value : undefined;

const problemsOf = (form: FormData, requirement: Asking, t: Asked['t']): readonly FieldError[] =>
  failed([
    textOf(form, 'name') === '' && { name: 'name', message: t('enterName') },
    !/^\S+@\S+\.\S+$/.test(textOf(form, 'email')) && { name: 'email', message: t('enterEmail') },
    requirement.kind === 'references' &&
      textOf(form, 'relation') === '' && { name: 'relation', message: t('chooseRelation') },
  ]);

const ask = async ({ api, form, candidacy, requirement, t }: Asked) => {
  const errors = problemsOf(form, requirement, t);
  if (errors.length > 0) return invalidForm(form, errors);
  await api.candidacies.requestStatement(
    {
      candidacyId: candidacy.id,
      requirement: requirement.id,
      name: textOf(form, 'name'),
      email: textOf(form, 'email'),
      ...(requirement.kind === 'references' ? { relation: textOf(form, 'relation') } : {}),
    },
    once(form),
  );
  return 'asked' satisfies Did;
};

/** Asks, reminds or takes back, as the pressed button says; undefined where it says something else. */
export const changeStatements = async (asked: Asked) => {
  const { api, form, candidacy } = asked;
  const request = { candidacyId: candidacy.id, requestId: textOf(form, 'requestId') };
  switch (form.get('act')) {
    case 'ask':
      return ask(asked);
    case 'remind':
      await api.candidacies.remindStatement(request, once(form));
      return 'reminded' satisfies Did;
    case 'take-back':
      await api.candidacies.withdrawStatement(request, once(form));
      return 'taken-back' satisfies Did;
    default:
      return undefined;
  }
};
