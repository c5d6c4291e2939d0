import { describe, expect, it } from 'vitest';
import { parseManifest } from './parse-manifest.ts';

const XMLNS: Readonly<Record<string, string>> = {
  '3.0': 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
  '2.x': 'http://www.imsglobal.org/xsd/imscp_v1p1',
  APIP: 'http://www.imsglobal.org/xsd/apip/apipv1p0/imscp_v1p1',
  'Common Cartridge': 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
  'IMS 1.1.2': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
};

const manifest = (xmlns: string, schema: string, resources: string) => `<manifest xmlns="${xmlns}" identifier="m"
    xmlns:lom="http://www.imsglobal.org/xsd/imsmd_v1p2" xmlns:q="http://www.imsglobal.org/xsd/imsqti_metadata_v2p1">
  <metadata><schema>${schema}</schema><schemaversion>1.0.0</schemaversion><lom:lom><lom:rights/></lom:lom></metadata>
  <organizations/><resources>${resources}</resources></manifest>`;

const resource = (type: string, inner = '') =>
  `<resource identifier="r" type="${type}" href="a.xml">${inner}</resource>`;

describe('manifests of all versions', () => {
  it.each(Object.entries(XMLNS))('in the namespace of %s are read', (_, xmlns) => {
    const result = parseManifest(manifest(xmlns, 'IMS Content', resource('imsqti_item_xmlv2p1')));
    expect(result).toMatchObject({ status: 'ok', manifest: { resources: [{ kind: 'item', version: '2.1' }] } });
  });

  it('without a namespace are read, with a message', () => {
    expect(parseManifest('<manifest identifier="m"><resources/></manifest>')).toMatchObject({
      status: 'loss',
      messages: [{ text: expect.stringContaining('has no namespace') }],
    });
  });

  it.each([
    [XMLNS['3.0'] ?? '', 'whatever', 'webcontent', '3.0'],
    [XMLNS['2.x'] ?? '', 'QTIv2.2 Package', 'webcontent', '2.2'],
    [XMLNS['2.x'] ?? '', 'IMS Content', 'imsqti_item_xmlv2p0', '2.0'],
    [XMLNS['2.x'] ?? '', 'IMS Content', 'webcontent', null],
  ])('say their version by namespace, schema, or else resources: %s %s %s', (xmlns, schema, type, version) => {
    expect(parseManifest(manifest(xmlns, schema, resource(type)))).toMatchObject({ manifest: { version } });
  });

  it.each([
    ['imsqti_item_xmlv3p0', 'item', '3.0'],
    ['imsqti_test_xmlv2p2', 'test', '2.2'],
    ['imsqti_section_xmlv3p0', 'section', '3.0'],
    ['imsqti_stimulus_xmlv2p2', 'stimulus', '2.2'],
    ['imsqti_apipitem_xmlv2p1', 'item', '2.1'],
    ['associatedcontent/learning-application-resource', 'other', null],
    ['webcontent', 'other', null],
  ])('have resources of the type %s', (type, kind, version) => {
    const result = parseManifest(manifest(XMLNS['2.x'] ?? '', 'IMS Content', resource(type)));
    expect(result).toMatchObject({ status: 'ok', manifest: { resources: [{ kind, version }] } });
  });
});

describe('what belongs to a resource', () => {
  const read = (inner: string) => {
    const result = parseManifest(
      manifest(XMLNS['2.x'] ?? '', 'QTIv2.1 Package', resource('imsqti_item_xmlv2p1', inner)),
    );
    if (result.status === 'refused') throw new Error(result.messages[0].text);
    return { status: result.status, resource: result.manifest.resources[0] };
  };
  const QTI = `<q:qtiMetadata><q:timeDependent>false</q:timeDependent><q:interactionType>choiceInteraction</q:interactionType>
    <q:interactionType>orderInteraction</q:interactionType><q:feedbackType>nonadaptive</q:feedbackType>
    <q:toolName>Editor</q:toolName><q:portableCustomInteractionContext/></q:qtiMetadata>`;

  it.each([
    ['beside LOM', `<metadata>${QTI}<lom:lom/></metadata>`],
    ['inside LOM', `<metadata><lom:lom>${QTI}</lom:lom></metadata>`],
  ])('QTI metadata is read %s; what it does not know is kept', (_, inner) => {
    const { status, resource: found } = read(inner);
    expect(status).toBe('ok');
    expect(found?.qti).toEqual({
      itemTemplate: null,
      timeDependent: false,
      composite: null,
      interactionTypes: ['choiceInteraction', 'orderInteraction'],
      feedbackType: 'nonadaptive',
      scoringModes: [],
      solutionAvailable: null,
      toolName: 'Editor',
      toolVersion: null,
      toolVendor: null,
    });
    expect(JSON.stringify(found?.unread)).toContain('portableCustomInteractionContext');
    expect(JSON.stringify(found?.unread)).not.toContain('choiceInteraction');
  });

  it('dependencies and variants are listed by identifier', () => {
    const variant =
      '<x:variant xmlns:x="http://www.imsglobal.org/xsd/imscp_extensionv1p2" identifier="v" identifierref="b"/>';
    expect(read(`<dependency identifierref="d"/>${variant}`)).toMatchObject({
      status: 'ok',
      resource: { dependencies: ['d'], variants: [{ identifier: 'v', resource: 'b' }] },
    });
  });

  it('a manifest inside a manifest is reported', () => {
    const nested = manifest(XMLNS['2.x'] ?? '', 'x', '').replace(
      '</manifest>',
      '<manifest identifier="n"/></manifest>',
    );
    expect(parseManifest(nested).messages).toMatchObject([{ text: expect.stringContaining('inside a manifest') }]);
  });
});
