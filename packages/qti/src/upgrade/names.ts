/** The elements of QTI 2.0, 2.1 and 2.2 that QTI 3 has under the same name in kebab case with `qti-` before it. */
const RENAMED = new Set(
  `
  assessmentItem assessmentItemRef assessmentSection assessmentSectionRef assessmentStimulus assessmentStimulusRef
  assessmentTest associableHotspot associateInteraction areaMapEntry areaMapping
  and anyN baseValue containerSize contains correct customOperator default delete divide equal equalRounded fieldValue gcd
  gt gte index inside integerDivide integerModulus integerToFloat isNull lcm lt lte mapResponse mapResponsePoint match
  mathConstant mathOperator max member min multiple not null numberCorrect numberIncorrect numberPresented numberResponded
  numberSelected or ordered outcomeMaximum outcomeMinimum patternMatch power product random randomFloat randomInteger
  repeat round roundTo statsOperator stringMatch substring subtract sum testVariables truncate variable
  branchRule choiceInteraction contentBody contextDeclaration correctResponse customInteraction defaultValue
  drawingInteraction endAttemptInteraction exitResponse exitTemplate exitTest extendedTextInteraction feedbackBlock
  feedbackInline gap gapImg gapMatchInteraction gapText graphicAssociateInteraction graphicGapMatchInteraction
  graphicOrderInteraction hotspotChoice hotspotInteraction hottext hottextInteraction inlineChoice inlineChoiceInteraction
  interpolationTable interpolationTableEntry itemBody itemSessionControl label lookupOutcomeValue mapEntry mapping
  matchInteraction matchTable matchTableEntry mediaInteraction modalFeedback orderInteraction ordering outcomeCondition
  outcomeDeclaration outcomeElse outcomeElseIf outcomeIf outcomeProcessing outcomeProcessingFragment
  positionObjectInteraction positionObjectStage preCondition printedVariable prompt responseCondition responseDeclaration
  responseElse responseElseIf responseIf responseProcessing responseProcessingFragment rubricBlock selectPointInteraction
  selection setCorrectResponse setDefaultValue setOutcomeValue setTemplateValue simpleAssociableChoice simpleChoice
  simpleMatchSet sliderInteraction stimulusBody stylesheet templateBlock templateCondition templateConstraint
  templateDeclaration templateDefault templateElse templateElseIf templateIf templateInline templateProcessing testFeedback
  testPart textEntryInteraction timeLimits uploadInteraction value variableMapping weight
  `
    .trim()
    .split(/\s+/),
);

/** The elements whose QTI 3 name does not follow from the old one. */
const IRREGULAR: Readonly<Record<string, string>> = {
  durationGTE: 'qti-duration-gte',
  durationLT: 'qti-duration-lt',
  // Of items from before 2.0 was final.
  timeLimit: 'qti-time-limits',
};

/** The name in QTI 3 of an element of QTI 2; undefined for HTML and for what QTI 3 does not have. */
export function elementName(local: string): string | undefined {
  if (Object.hasOwn(IRREGULAR, local)) return IRREGULAR[local];
  return RENAMED.has(local) ? `qti-${kebab(local)}` : undefined;
}

/** The name in QTI 3 of an attribute of a QTI 2 element. */
export function attributeName(name: string): string {
  return name.includes(':') || name.startsWith('data-') || name.startsWith('aria-') ? name : kebab(name);
}

/** The value in QTI 3 of an attribute, by its QTI 3 name, where words have changed. */
export function attributeValue(element: string, attribute: string, value: string): string {
  // The built-in outcome had another name in QTI 2.0.
  if (/^(outcome-)?identifier$/.test(attribute) && value === 'completion_status') return 'completionStatus';
  if (attribute === 'view') return value.replace(/\btestConstructor\b/g, 'test-constructor');
  if (
    element === 'qti-rubric-block' &&
    attribute === 'use' &&
    !/^(instructions|scoring|navigation|ext:.*)$/.test(value)
  ) {
    return `ext:${value.trim().replace(/\s+/g, '-')}`;
  }
  return value;
}

function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
