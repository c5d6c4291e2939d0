import type { InteractionNode } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { sharedStages } from './shared-stages.ts';

const media = (data: string) => ({
  kind: 'image' as const,
  sources: [{ data, mimeType: null }],
  width: 200,
  height: 100,
  alt: '',
  tracks: [],
});
const put = (responseIdentifier: string, stage: string, prompt = ''): InteractionNode => ({
  type: 'interaction',
  interaction: 'position-object',
  responseIdentifier,
  cardinality: 'single',
  baseType: 'point',
  id: null,
  label: null,
  language: null,
  classes: [],
  data: {},
  catalogIdref: null,
  prompt: prompt === '' ? [] : [{ type: 'text', text: prompt }],
  image: media('flag.png'),
  stage: media(stage),
  minChoices: 0,
  maxChoices: 1,
  centerPoint: null,
});

describe('a stage', () => {
  it('is shared by the interactions in a row that stand on it, and shown by the first', () => {
    const shared = sharedStages([put('A', 'map.png', 'Where?'), put('B', 'map.png'), put('C', 'map.png')]);
    expect([...shared]).toEqual([
      ['B', 'A'],
      ['C', 'A'],
    ]);
  });
  it('is another one when the picture, or what is asked, is another', () => {
    expect(sharedStages([put('A', 'map.png'), put('B', 'plan.png')]).size).toBe(0);
    expect(sharedStages([put('A', 'map.png', 'Where?'), put('B', 'map.png', 'And this?')]).size).toBe(0);
  });
  it('begins anew after something else stood between', () => {
    const shared = sharedStages([put('A', 'map.png'), put('B', 'plan.png'), put('C', 'map.png')]);
    expect(shared.size).toBe(0);
  });
});
