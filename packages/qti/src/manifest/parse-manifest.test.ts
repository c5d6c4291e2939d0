import { describe, expect, it } from 'vitest';
import { parseManifest } from './parse-manifest.ts';

const classification = (purpose: string, source: string, entry: string) => `<lom:classification>
  <lom:purpose><lom:source>LOMv1.0</lom:source><lom:value>${purpose}</lom:value></lom:purpose>
  <lom:taxonPath><lom:source><lom:string>${source}</lom:string></lom:source>
    <lom:taxon><lom:id>x</lom:id><lom:entry><lom:string>${entry}</lom:string></lom:entry></lom:taxon></lom:taxonPath>
  </lom:classification>`;
const LOM = [
  classification('discipline', 'Testamur topic', 'cataloging'),
  classification('skill level', 'Testamur cognitive level', 'apply'),
  classification('educational objective', 'Testamur objective', 'MARC bibliographic description'),
].join('');

const resource = (identifier: string, lom = LOM, href = `${identifier}.xml`) =>
  `<resource identifier="${identifier}" type="imsqti_item_xmlv3p0" href="${href}">
    <metadata><lom:lom>${lom}</lom:lom></metadata><file href="${href}"/></resource>`;

const manifest = (resources: string) => `<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" xmlns:lom="http://ltsc.ieee.org/xsd/LOM" identifier="package-1">
  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>
  <organizations/>
  <resources>${resources}</resources>
</manifest>`;

describe('a manifest', () => {
  it('lists resources with topic, cognitive level and objective', () => {
    const result = parseManifest(manifest(resource('a') + resource('b', '')));
    expect(result).toMatchObject({
      status: 'ok',
      manifest: {
        identifier: 'package-1',
        schema: 'QTI Package',
        schemaVersion: '3.0.0',
        resources: [
          {
            identifier: 'a',
            type: 'imsqti_item_xmlv3p0',
            href: 'a.xml',
            files: ['a.xml'],
            topic: 'cataloging',
            cognitiveLevel: 'apply',
            objective: 'MARC bibliographic description',
          },
          { identifier: 'b', topic: null, cognitiveLevel: null, objective: null },
        ],
      },
    });
  });

  it.each([
    [
      'an unknown level',
      classification('skill level', 'Testamur cognitive level', 'guess'),
      'the cognitive level "guess"',
    ],
    ['a taxonomy of others', classification('discipline', 'Dewey', '020'), '"discipline" by "Dewey" is not used'],
    ['an empty classification', '<lom:classification/>', 'needs a purpose'],
    ['other metadata', '<lom:general/>', '<general> of a resource'],
  ])('reports %s', (_, lom, text) => {
    const result = parseManifest(manifest(resource('a', lom)));
    expect(result.status).toBe('loss');
    expect(result.messages.map((message) => message.text)).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    '../a.xml',
    'items/../../a.xml',
    '/etc/passwd',
    'C:\\a.xml',
    'a\\..\\b.xml',
    'https://example.org/a.xml',
    './a.xml',
    'a//b.xml',
    '',
  ])('with the path %j that could leave the package is refused', (href) => {
    const result = parseManifest(manifest(resource('a', '', href)));
    expect(result).toMatchObject({
      status: 'refused',
      messages: [{ text: expect.stringContaining('a path inside the package') }],
    });
  });

  it('that names a resource twice, is another document, or has a DOCTYPE is refused', () => {
    expect(parseManifest(manifest(resource('a') + resource('a'))).messages[0]?.text).toContain('"a" is used twice');
    expect(parseManifest('<manifest identifier="x"/>').messages[0]?.text).toContain('the root must be <manifest');
    expect(parseManifest('<!DOCTYPE manifest><manifest/>').messages[0]?.text).toContain('document type declaration');
  });
});
