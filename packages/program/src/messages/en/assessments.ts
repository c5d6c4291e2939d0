export const assessments = {
  'assessment.exam-rule': '{items, number} items; {percent, number} percent answered correctly pass.',
  'assessment.points-rule': '{items, number} items; {points, number} answered correctly pass.',
  'assessment.items-rule': '{items, number} items.',
  'assessment.rubric-rule':
    '{points, number} points pass, with at least {minimumPerCriterion, number} in every criterion.',
  'assessment.course-rule': 'Every one of its {modules, number} modules has to be completed.',
  'assessment.passed': 'Passed with {score, number} of {maxScore, number}',
  'assessment.passed-scaled': 'Passed with a scaled score of {scaledScore, number}',
  'assessment.course-passed': 'Completed',
  'assessment.failed-scaled': 'Not passed: a scaled score of {scaledScore, number}',
  'assessment.failed-scaled-retake':
    'Not passed: a scaled score of {scaledScore, number}; the next attempt is possible from {retakeFrom, date}',
  'assessment.failed': 'Not passed: {score, number} of {maxScore, number}',
  'assessment.failed-retake':
    'Not passed: {score, number} of {maxScore, number}; the next attempt is possible from {retakeFrom, date}',
  'assessment.waiting': 'Handed in on {since, date}; the result is not released yet',
  'assessment.held': 'Held; recorded on {since, date}. The result is not released yet',
  'assessment.modules': '{done, number} of {all, number} modules completed',
  'assessment.under-way': 'Begun, not finished',
  'assessment.open': 'Can begin',
  'assessment.open-until': 'Can begin, until {until, date}',
  'decision.title': 'Certification decision',
  'decision.rule': 'Made by a person who neither examined nor trained the candidate.',
  'decision.rule-decides': 'The certifying body has decided in advance: whoever has passed everything is certified.',
  'decision.waiting': 'Everything is there; the decision is to be made',
  'decision.certified': 'Certified on {at, date}',
  'decision.refused': 'Not certified: {reason}',
} as const;
