/** Documents of QTI for the workbench, written for its tests. */

interface Written {
  readonly title: string;
  /** Before the choices. */
  readonly body?: string;
  readonly key?: string;
  readonly shuffle?: boolean;
  readonly extra?: string;
}

export const choiceItem = (identifier: string, { title, body = '', key = 'B', shuffle = false, extra = '' }: Written) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="${title}"
    adaptive="false" time-dependent="false" xml:lang="en">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>${key}</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float">
    <qti-default-value><qti-value>0</qti-value></qti-default-value>
  </qti-outcome-declaration>
  <qti-item-body>
    ${body}
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="${shuffle}">
      <qti-prompt>Which tool smooths the edge of a sawn board?</qti-prompt>
      <qti-simple-choice identifier="A">A coping saw</qti-simple-choice>
      <qti-simple-choice identifier="B">A block plane</qti-simple-choice>
      <qti-simple-choice identifier="C">A marking gauge</qti-simple-choice>
      <qti-simple-choice identifier="D">A bench vise</qti-simple-choice>
    </qti-choice-interaction>
    ${extra}
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/>
</qti-assessment-item>
`;

export const test = (refs: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="bench-test" title="Bench work">
  <qti-outcome-declaration identifier="TOTAL" cardinality="single" base-type="float"/>
  <qti-test-part identifier="part" navigation-mode="nonlinear" submission-mode="individual">
    <qti-assessment-section identifier="section" title="Tools" visible="true">
${refs.map((href, at) => `      <qti-assessment-item-ref identifier="ref-${at + 1}" href="${href}"/>`).join('\n')}
    </qti-assessment-section>
  </qti-test-part>
  <qti-outcome-processing>
    <qti-set-outcome-value identifier="TOTAL">
      <qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum>
    </qti-set-outcome-value>
  </qti-outcome-processing>
</qti-assessment-test>
`;

/** As a person chooses it. */
export const file = (name: string, text: string, mimeType = 'application/xml') => ({
  name,
  mimeType,
  buffer: Buffer.from(text, 'utf8'),
});
