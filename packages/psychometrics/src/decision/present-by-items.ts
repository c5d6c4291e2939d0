import { mayShow } from '../guard/index.ts';
import { testInformation } from '../irt/information/test-information.ts';
import type { Item } from '../irt/items/item.ts';
import { testInformationPlot } from '../plots/index.ts';
import {
  counted,
  type Fact,
  fixed,
  left,
  NONE,
  type Presentation,
  percent,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import type { IrtDecisionMethod, ItemDecision } from './decision-by-items.ts';

const NAMES: Readonly<Record<IrtDecisionMethod, string>> = { lee: 'Lee (2010)', rudner: 'Rudner (2005)' };

/**
 * The quality of decisions by item response theory as people read it. A sample too small gives counts only.
 *
 * @param items that it rests on, for the plot of their information about the cut.
 */
export function presentItemDecision(result: ItemDecision, items: readonly Item[]): Presentation {
  const { method, n, cut, cutTheta, maximum, latent, sample } = result;
  const shown = sample === null || mayShow(sample);
  const calibrated: Fact = { label: 'Calibrated on', value: n === null ? NONE : counted(n, 'candidate'), note: '' };
  const thetas = result.conditional.map(({ theta }) => theta);
  const rows = [
    ['Consistency: two administrations decide alike', fixed(result.consistency, 3)],
    ['Kappa: the same beyond chance', fixed(result.kappa, 3)],
    ['Accuracy: the decision is right', fixed(result.accuracy, 3)],
    ['False positive: passes, below the cut in truth', fixed(result.falsePositive, 3)],
    ['False negative: fails, at the cut or above in truth', fixed(result.falseNegative, 3)],
  ];
  const information = thetas.map((theta) => testInformation(items, theta));
  return {
    title: 'Decisions at the cut',
    subtitle: `${counted(items.length, 'item')}, cut ${cutText(cut)} of ${maximum}, ${NAMES[method]}`,
    facts: shown
      ? [
          { label: 'Expected to pass', value: percent(result.passRate), note: `cut ${cutText(cut)} of ${maximum}` },
          { label: 'Cut on the scale of ability', value: fixed(cutTheta, 3), note: 'by the test characteristic curve' },
          { label: 'Consistency', value: fixed(result.consistency, 3), note: '' },
          { label: 'Kappa', value: fixed(result.kappa, 3), note: '' },
          { label: 'Accuracy', value: fixed(result.accuracy, 3), note: '' },
          calibrated,
        ]
      : [calibrated],
    notices: [...sampleNotices(sample), ...textNotices(result.notices)],
    sections: shown
      ? [
          {
            heading: 'Decision quality',
            paragraphs: [
              `Method: ${NAMES[method]}. Abilities: normal with mean ${fixed(latent.mean, 3)} and variance ${fixed(latent.variance, 3)}.`,
            ],
            figures: [testInformationPlot({ theta: thetas, information, cut: cutTheta })],
            tables: [{ caption: '', columns: [left('Share of all candidates'), right('Value')], rows }],
          },
        ]
      : [],
  };
}

const cutText = (cut: number): string => (Number.isInteger(cut) ? `${cut}` : fixed(cut, 2));
