import type { ResolveMedia } from '@testamur/qti';
import counter from './items/counter.js?raw';
import floorPlan from './items/floor-plan.svg?url';
import marker from './items/marker.svg?url';
import tone from './items/tone.wav?url';

const addresses: Readonly<Record<string, string>> = {
  'floor-plan.svg': floorPlan,
  'marker.svg': marker,
  'tone.wav': tone,
  'counter.js': 'counter.js',
};

/** Where the files of the samples are served. */
export const resolve: ResolveMedia = (reference) => addresses[reference];

/** The one module that a sample brings along. */
export const modules = (path: string): Promise<string> =>
  path === 'counter.js' ? Promise.resolve(counter) : Promise.reject(new Error(path));
