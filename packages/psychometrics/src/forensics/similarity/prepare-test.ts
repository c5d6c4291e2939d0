import { judgeSample } from '../../guard/judge-sample.ts';
import { abilitiesOf } from './ability.ts';
import { type ModelAnswers, modelAnswers } from './answer-model.ts';
import type { AnswerSheet } from './answer-sheet.ts';
import { K_VARIANTS, type KVariant } from './k-index.ts';
import { calibrateSheet } from './own-calibration.ts';
import { pairModel } from './pair-model.ts';
import type { PairTest } from './pair-test.ts';
import { gbtTest, kTest, m4Test, omegaTest } from './pair-tests.ts';
import type { SimilarityMethod, SimilarityOptions } from './similarity-options.ts';
import { WrongProfiles } from './wrong-profile.ts';

/** The test of a method with the answers that it works on. */
export interface Prepared {
  readonly test: PairTest;
  readonly sheet: AnswerSheet;
  readonly compares: ModelAnswers['compares'];
  readonly notices: readonly string[];
}

const isKVariant = (method: SimilarityMethod): method is KVariant => K_VARIANTS.some((variant) => variant === method);

/**
 * Makes the test of a method, with abilities and, where none are given, item parameters from these answers.
 *
 * @param needed indices of those who are compared; all without it.
 * @throws {RangeError} for items without parameters; where the key is not known and the method needs it.
 */
export function prepareTest(given: AnswerSheet, options: SimilarityOptions, needed?: readonly number[]): Prepared {
  const { method } = options;
  if (isKVariant(method)) {
    const compares = given.options.some((list) => list.length > 2) ? 'options' : 'scores';
    return { test: kTest(new WrongProfiles(given), method), sheet: given, compares, notices: [] };
  }
  const { sheet, items, categories, notices } =
    options.items === undefined
      ? calibrateSheet(given, options.calibrate ?? modelFor(given), options.override)
      : { sheet: given, items: options.items, categories: undefined, notices: [] };
  const answers = modelAnswers(sheet, items, categories);
  const said = [...notices];
  if (method === 'm4' && answers.right === null) {
    throw new RangeError('m4 tells right matches from wrong ones and the key is not known; give the key of each item');
  }
  if (answers.compares === 'scores' && sheet.options.some((list) => list.length > 2)) {
    said.push(
      'two wrong answers count as alike whatever the options; with a nominal model of the options the test sees more',
    );
  }
  const found = options.thetas === undefined ? abilitiesOf(answers, needed) : null;
  if (found !== null && found.without.length > 0) said.push(`no answers to judge by: ${shortList(found.without)}`);
  const model = pairModel(answers, options.thetas ?? found?.thetas ?? []);
  const test = method === 'omega' ? omegaTest(model) : method === 'gbt' ? gbtTest(model) : m4Test(model);
  return { test, sheet, compares: answers.compares, notices: said };
}

/** Two wrong answers that differ are no match: the options say more, where the sample carries their model. */
function modelFor({ options, persons }: AnswerSheet): '2pl' | 'nrm' {
  const known = options.some((list) => list.length > 2);
  return known && judgeSample('nominal', persons.length).verdict === 'ok' ? 'nrm' : '2pl';
}

const shortList = (ids: readonly string[]): string =>
  ids.length > 8 ? `${ids.slice(0, 8).join(', ')} and ${ids.length - 8} more` : ids.join(', ');
