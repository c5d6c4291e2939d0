import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COGNITIVE_LEVELS, parseManifest } from './manifest/parse-manifest.ts';
import { parseSection, parseStimulus, parseTest } from './parse/parse-test.ts';
import { blocks } from './testing/arbitrary-content.ts';
import { wholeSection, wholeTest } from './testing/arbitrary-test.ts';
import { words } from './testing/arbitrary-value.ts';
import { writeStimulus } from './write/item.ts';
import { writeManifest } from './write/manifest.ts';
import { writeSection, writeTest } from './write/test.ts';

describe('what is written is read again as the same', () => {
  it('tests', () => {
    fc.assert(
      fc.property(wholeTest, (test) => {
        const { xml, losses } = writeTest(test);
        expect(losses).toEqual([]);
        expect(parseTest(xml)).toMatchObject({ test });
      }),
    );
  });

  it('sections in files of their own', () => {
    fc.assert(
      fc.property(wholeSection, (section) => {
        expect(parseSection(writeSection(section).xml)).toMatchObject({ section });
      }),
    );
  });

  it('shared texts', () => {
    fc.assert(
      fc.property(words, blocks, (title, body) => {
        const head = { identifier: 's1', title, label: null, language: 'en', stylesheets: [], catalogs: [] };
        const stimulus = { ...head, body };
        expect(parseStimulus(writeStimulus(stimulus).xml)).toMatchObject({ status: 'ok', stimulus });
      }),
    );
  });

  it('manifests', () => {
    const one = words.map((text) => text.replace(/\s+/g, ''));
    const resource = fc.record({
      type: fc.constant('imsqti_item_xmlv3p0'),
      topic: fc.option(one),
      cognitiveLevel: fc.option(fc.constantFrom(...COGNITIVE_LEVELS)),
      objective: fc.option(one),
    });
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 3 }), (drafts) => {
        const resources = drafts.map((draft, index) => {
          const href = `items/${index}.xml`;
          return { ...draft, identifier: `i${index}`, href, files: [href], dependencies: index === 0 ? [] : ['i0'] };
        });
        const read = parseManifest(writeManifest({ identifier: 'package-1', resources }));
        expect(read).toMatchObject({ status: 'ok', manifest: { identifier: 'package-1', resources } });
      }),
    );
  });
});
