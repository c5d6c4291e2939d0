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

  it('keeps metadata that it does not use, without a word', () => {
    const lom = `${classification('discipline', 'Dewey', '020')}<lom:general><lom:title>T</lom:title></lom:general>`;
    const result = parseManifest(manifest(resource('a', lom + LOM)));
    expect(result).toMatchObject({ status: 'ok', manifest: { resources: [{ topic: 'cataloging' }] } });
    if (result.status === 'refused') throw new Error('refused');
    const [kept, ...others] = result.manifest.resources[0]?.unread ?? [];
    expect(others).toEqual([]);
    expect(kept).toMatchObject({ name: 'lom', content: [{ name: 'classification' }, { name: 'general' }] });
    expect(kept?.content[1]).toMatchObject({ content: [{ name: 'title', attributes: {}, content: ['T'] }] });
  });

  it.each([
    ['a level that is none', classification('skill level', 'Testamur cognitive level', 'guess'), 'level "guess"'],
    [
      'a topic without an entry',
      classification('discipline', 'Testamur topic', '').replace('x<', '<'),
      'needs a taxon',
    ],
  ])('reports %s', (_, lom, text) => {
    const result = parseManifest(manifest(resource('a', lom)));
    expect(result.status).toBe('loss');
    expect(result.messages.map((message) => message.text)).toEqual([expect.stringContaining(text)]);
  });

  it.each([
    '../a.xml',
    'items/../../a.xml',
    '%2e%2e/a.xml',
    '..%2Fa.xml',
    '/etc/passwd',
    'C:\\a.xml',
    'C:/a.xml',
    'a\\..\\b.xml',
    'a%00.xml',
    '.',
    '',
  ])('with the path %j that could leave the package is refused', (href) => {
    const result = parseManifest(manifest(resource('a', '', href)));
    expect(result).toMatchObject({
      status: 'refused',
      messages: [{ text: expect.stringContaining('a path inside the package') }],
    });
  });

  it.each([
    ['./a.xml', 'a.xml'],
    ['items//a.xml', 'items/a.xml'],
    ['items/../a.xml', 'a.xml'],
    ['my%20items/%C3%A9.xml', 'my items/é.xml'],
    ['100%.xml', '100%.xml'],
    ['a.xml?version=2#top', 'a.xml'],
  ])('reads the address %j as the path %j', (href, path) => {
    const result = parseManifest(manifest(resource('a', '', href)));
    expect(result).toMatchObject({ status: 'ok', manifest: { resources: [{ href: path, files: [path] }] } });
  });

  it('puts every xml:base in front of what is below it', () => {
    const based = manifest(resource('a'))
      .replace('<resources>', '<resources xml:base="one/">')
      .replace('<resource ', '<resource xml:base="two/" ');
    expect(parseManifest(based)).toMatchObject({ status: 'ok', manifest: { resources: [{ href: 'one/two/a.xml' }] } });
    expect(parseManifest(based.replace('"two/"', '"../../"')).status).toBe('refused');
  });

  it('leaves out addresses on the web, and says so', () => {
    const result = parseManifest(manifest(resource('a', '', 'https://example.org/a.xml')));
    expect(result).toMatchObject({ status: 'loss', manifest: { resources: [{ href: null, files: [] }] } });
  });

  it('that names a resource twice, is another document, or has a DOCTYPE is refused', () => {
    expect(parseManifest(manifest(resource('a') + resource('a'))).messages[0]?.text).toContain('"a" is used twice');
    expect(parseManifest('<manifest xmlns="urn:x" identifier="x"/>').messages[0]?.text).toContain('the root must be');
    expect(parseManifest('<!DOCTYPE manifest><manifest/>').messages[0]?.text).toContain('document type declaration');
  });
});
