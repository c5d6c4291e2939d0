/** What an item of the gallery is made of; the rest is the same for all. */
export interface Sample {
  /** Also the anchor on the page. */
  readonly id: string;
  readonly title: string;
  /** Declarations of responses, in QTI. */
  readonly responses: string;
  readonly body: string;
  /** Answers in which an author's eye finds what a right one hides; without them, the key is the answer. */
  readonly answered?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A response variable; without a key it has none. */
export const response = (
  cardinality: 'single' | 'multiple' | 'ordered',
  baseType: string,
  key: readonly string[] = [],
  identifier = 'RESPONSE',
): string => {
  const values = key.map((value) => `<qti-value>${value}</qti-value>`).join('');
  const correct = values === '' ? '' : `<qti-correct-response>${values}</qti-correct-response>`;
  return `<qti-response-declaration identifier="${identifier}" cardinality="${cardinality}" base-type="${baseType}">${correct}</qti-response-declaration>`;
};

/** The sample as a document of QTI 3. */
export const writeSample = ({ id, title, responses, body }: Sample): string => `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${id}" title="${title}"
    adaptive="false" time-dependent="false" xml:lang="en">
  ${responses}
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body>${body}</qti-item-body>
</qti-assessment-item>`;
