import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { candidateView, interactionsOf, maxScore, parseItem, parseManifest, plainText, scoreItem } from './index.ts';

const FOLDER = new URL('../../../programs/calt/items/', import.meta.url).pathname;
const TOPICS = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const FILES = TOPICS.flatMap(({ name }) =>
  readdirSync(join(FOLDER, name))
    .filter((file) => file.endsWith('.xml') && file !== 'imsmanifest.xml')
    .map((file) => join(name, file)),
);

describe('the item bank of the CALT program', () => {
  it('has items', () => {
    expect(FILES.length).toBeGreaterThan(0);
  });

  it.each(FILES)('%s is read in full: four different choices, one key, one point', (file) => {
    const result = parseItem(readFileSync(join(FOLDER, file)));
    expect(result).toMatchObject({ status: 'ok', messages: [] });
    if (result.status !== 'ok') return;
    const { item } = result;
    expect(item.identifier).toBe(basename(file, '.xml'));
    const [interaction, ...others] = interactionsOf(item.body);
    if (interaction?.interaction !== 'choice') throw new Error('no choice interaction');
    expect(others).toEqual([]);
    const texts = interaction.choices.map(({ content }) => plainText(content));
    expect(new Set(texts.filter((text) => text !== '')).size).toBe(4);
    expect(plainText(interaction.prompt)).toMatch(/\?$/);
    expect(maxScore(item)).toBe(1);
    const earning = interaction.choices.filter(({ identifier }) => {
      const scored = scoreItem(item, { RESPONSE: identifier });
      return scored.ok && scored.score === 1;
    });
    expect(earning.map(({ identifier }) => identifier)).toEqual([item.responses[0]?.correct]);
    expect(JSON.stringify(candidateView(item))).not.toMatch(/"rubric"|"correct"/);
  });

  it.each(TOPICS.map(({ name }) => name))(
    'the package %s lists its items, each with topic, level and objective',
    (topic) => {
      const result = parseManifest(readFileSync(join(FOLDER, topic, 'imsmanifest.xml')));
      expect(result).toMatchObject({ status: 'ok', messages: [] });
      if (result.status !== 'ok') return;
      const { resources } = result.manifest;
      const files = FILES.filter((file) => file.startsWith(`${topic}/`)).map((file) => basename(file));
      expect(resources.map(({ href }) => href).sort()).toEqual(files.sort());
      for (const { identifier, href, topic: classified, cognitiveLevel, objective } of resources) {
        expect(href).toBe(`${identifier}.xml`);
        expect(classified).toBe(topic);
        expect(cognitiveLevel).not.toBeNull();
        expect(objective).not.toBeNull();
      }
    },
  );
});
