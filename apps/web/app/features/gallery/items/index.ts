import { type AssessmentItem, parseItem } from '@testamur/qti';
import { choosing } from './choosing.ts';
import { graphic } from './graphic.ts';
import { pairing } from './pairing.ts';
import { type Sample, writeSample } from './write-item.ts';
import { writing } from './writing.ts';

/** A sample that was read. */
export interface ReadSample extends Sample {
  /** Custom interactions have no standard, which is said of each. */
  readonly status: 'ok' | 'loss';
  readonly item: AssessmentItem;
}

const read = (sample: Sample): ReadSample => {
  const result = parseItem(writeSample(sample));
  if (result.status !== 'refused') return { ...sample, status: result.status, item: result.item };
  throw new Error(`${sample.id}: ${result.messages.map(({ line, text }) => `${line}: ${text}`).join('; ')}`);
};

/** Every interaction, in the order of the gallery. */
export const readSamples = (): readonly ReadSample[] => [...choosing, ...pairing, ...writing, ...graphic].map(read);
