import type { TemplateData } from '../index.ts';
import { credentialExamples } from './credential-examples.ts';
import { document, letter } from './example-base.ts';
import { statisticsExample } from './statistics-example.ts';

// Data as real ones look: for the tests, and for looking at the pages (see README).

export const examples: TemplateData = {
  ...credentialExamples,
  application: {
    ...letter,
    submittedAt: 'March 2, 2027 at 2:30 PM UTC',
    candidate: [
      { label: 'E-mail', value: 'ana.rivera@example.org' },
      { label: 'Date of birth', value: 'Not stated' },
    ],
    requirements: [
      {
        title: 'Experience in an academic library',
        rule: 'Two years of full-time work, or the same amount part-time, in an academic library.',
        state: 'Waiting for review',
        columns: ['Employer', 'Position', 'Setting', 'From', 'To', 'Share of full time'],
        rows: [
          ['Memorial Library', 'Library assistant', 'Academic library', 'March 2023', 'August 2025', '80 percent'],
          ['Steenbock Library', 'Cataloging technician', 'Academic library', 'September 2025', 'Today', 'Full time'],
        ],
        files: ['letter-memorial-library.pdf', 'contract-steenbock.pdf'],
      },
      {
        title: 'Education',
        rule: 'An associate degree or a higher one from an accredited institution.',
        state: 'Waiting for review',
        columns: ['Institution', 'Degree', 'Field', 'Awarded', 'Accredited'],
        rows: [['Madison Area Technical College', 'Associate', 'Library technology', 'May 20, 2022', 'Yes']],
        files: ['transcript.pdf'],
      },
      {
        title: 'Code of conduct',
        rule: 'Read the code of conduct and sign it.',
        state: 'Met',
        columns: ['Version', 'Signed as', 'Signed on'],
        rows: [['2026-1', 'Ana Rivera', 'March 2, 2027']],
        files: [],
      },
    ],
    codeOfConduct: {
      title: 'Code of conduct for certified library technicians',
      version: '2026-1',
      signedName: 'Ana Rivera',
      signedAt: 'March 2, 2027 at 2:21 PM UTC',
    },
    accommodationRequest: 'Time and a half for the written exam: I read slowly because of dyslexia.',
    membershipClaim: [
      { label: 'Class', value: 'Member' },
      { label: 'Member number', value: '2048113' },
      { label: 'State', value: 'Waiting for verification' },
    ],
    next: [
      { what: 'Your evidence is reviewed. You are told of each decision.', who: 'Reviewer', by: 'March 30, 2027' },
      { what: 'An invoice is sent once every requirement is met.', who: 'Certification office' },
      { what: 'You pay the exam fee and are authorized to test.', who: 'You', by: '30 days after the invoice' },
    ],
  },
  authorization: {
    ...letter,
    number: 'ATT-2027-00733',
    date: 'April 4, 2027',
    assessment: { title: 'Written exam', format: '100 multiple-choice items' },
    window: { from: 'April 4, 2027', until: 'August 2, 2027' },
    duration: '3 h (120 min × 1.5)',
    accommodations: ['Time and a half'],
    places: ['Online: on your own computer, at a time that you choose.'],
    prepare: [
      'Use a computer with a current browser, a keyboard and a steady connection. Try the practice exam on it.',
      'Have an official photo identification at hand that shows the name above.',
      'Choose a room where nobody disturbs you for the whole time.',
    ],
    rules: [
      'Work alone, without notes, telephone or other devices.',
      'The clock does not stop when the connection is lost; your answers are kept on your device until it is back.',
      'Do not copy or pass on any item. Doing so ends the exam and can end the certification.',
    ],
    signInLabel: 'Begin the exam here',
    signInUrl: 'https://testamur.example.org/me/candidacies/T-4F7K-92QD/exam',
    help: 'Keep the page open and write to certification@example.org with the authorization number.',
  },
  'score-report': {
    ...letter,
    date: 'May 11, 2027',
    outcome: {
      result: 'not-passed',
      status: 'Not passed',
      meaning:
        'You passed the portfolio. In the written exam you scored 66 of 100 items; 70 are needed. To be certified, both ' +
        'parts must be passed.',
      next: [
        'Take the written exam again, from June 10, 2027 on. This was attempt 1 of 3.',
        'The portfolio stays passed until May 11, 2029; you need not submit it again.',
      ],
    },
    assessments: [
      {
        title: 'Written exam',
        takenOn: 'May 4, 2027',
        result: 'not-passed',
        status: 'Not passed',
        score: '66 of 100 items',
        cutScore: '70 of 100 items',
        countLabel: 'Items',
        topics: [
          { title: 'Cataloging and classification', count: '24', percent: 71, percentText: '71%', marginPercent: 9 },
          { title: 'Reference services', count: '20', percent: 55, percentText: '55%', marginPercent: 11 },
          { title: 'Customer service', count: '18', percent: 83, percentText: '83%', marginPercent: 9 },
          {
            title: 'Library technology and digital resources',
            count: '16',
            percent: 56,
            percentText: '56%',
            marginPercent: 12,
          },
          { title: 'Collection development', count: '12', percent: 67, percentText: '67%', marginPercent: 14 },
          { title: 'Administration and management', count: '10', percent: 60, percentText: '60%', marginPercent: 15 },
        ],
      },
      {
        title: 'Portfolio',
        takenOn: 'April 20, 2027',
        result: 'passed',
        status: 'Passed',
        score: '12 of 16 points',
        cutScore: '10 of 16 points',
        countLabel: 'Points',
        topics: [
          { title: 'Evidence of practice', count: '4', percent: 75, percentText: '3 of 4' },
          { title: 'Knowledge applied', count: '4', percent: 75, percentText: '3 of 4' },
          { title: 'Service to users', count: '4', percent: 100, percentText: '4 of 4' },
          { title: 'Reflection', count: '4', percent: 50, percentText: '2 of 4' },
        ],
      },
    ],
    topicUse:
      'Each topic rests on few items, so a difference between two topics can be chance. Use them to plan your study. ' +
      'There is no pass mark by topic, and topics of two exams should not be compared.',
    retake: ['Earliest date: June 10, 2027.', 'Fee: $175.00 for members, $225.00 for others.'],
    appeal: ['You may ask for a review of this result until June 10, 2027, from your candidacy page.'],
  },
  invoice: {
    ...letter,
    number: 'INV-2027-00291',
    date: 'March 20, 2027',
    kind: 'invoice',
    state: 'Payment due',
    currency: 'USD',
    lines: [
      {
        description: 'Exam fee, written exam, attempt 1',
        reason: 'Price for members: membership 2048113 was verified on March 18, 2027.',
        includes: ['The written exam', 'The rating of the portfolio'],
        amount: '$175.00',
      },
    ],
    subtotal: '$175.00',
    taxes: [
      { label: 'State tax (6 percent of: Exam fee)', amount: '$10.50' },
      { label: 'City tax (2 percent of: Exam fee)', amount: '$3.50' },
    ],
    total: '$189.00',
    paid: '$50.00',
    balance: '$139.00',
    dueDate: 'April 19, 2027',
    payments: [{ date: 'March 22, 2027', method: 'Voucher', reference: 'Voucher ending in 7K4M', amount: '$50.00' }],
    remarks: [
      'Pay on your candidacy page, or by check with the invoice number.',
      'Fees are not refunded once an exam has begun.',
    ],
  },
  plan: {
    ...document,
    program: letter.program,
    credential: 'Certified Academic Library Technician',
    totals: [
      { label: 'Until certified', value: '$315.00' },
      { label: 'Keeping it', value: '$1,260.00' },
      { label: 'In all', value: '$1,575.00' },
    ],
    certifiedOn: 'July 2, 2027',
    endsOn: 'July 2, 2037',
    assumptions: [
      { label: 'Begins on', value: 'March 2, 2027' },
      { label: 'Pays as', value: 'Member' },
      { label: 'Renewed by', value: 'Continuing education' },
    ],
    events: [
      { date: 'March 2, 2027', title: 'Begin the application', details: [], amount: '', estimate: false },
      {
        date: 'March 2, 2027',
        title: 'Membership dues: Member',
        details: ['One year of membership, estimated.'],
        amount: '$140.00',
        estimate: true,
      },
      {
        date: 'May 2, 2027',
        title: 'Take what is assessed: Exam, Portfolio',
        details: ['Exam fee: $150.00', 'Sales tax: $25.00'],
        amount: '$175.00',
        estimate: false,
      },
      { date: 'July 2, 2027', title: 'Certified, after the usual time', details: [], amount: '', estimate: false },
    ],
    years: [
      { year: '1', amount: '$315.00', sum: '$315.00', percent: 20 },
      { year: '2', amount: '$140.00', sum: '$455.00', percent: 28.9 },
    ],
    remarks: ['Prices of March 2, 2027, for somebody who passes after the usual time and renews on time.'],
  },
  handbook: {
    ...document,
    program: letter.program,
    summary: 'For people who work in academic libraries and support their services.',
    glance: [
      { label: 'Cost until certified', value: { text: '$175.00 to $225.00', mark: '1' } },
      { label: 'Usual time', value: { text: '4 months', mark: '*' } },
    ],
    chapters: [
      {
        title: 'Who may apply',
        intro: ['All of these have to be there before the application is accepted.'],
        sections: [
          {
            title: 'Experience',
            about: 'Work',
            parts: [
              { kind: 'text', paragraphs: ['Two years of full-time work in an academic library.'] },
              {
                kind: 'facts',
                title: 'The rule',
                facts: [{ label: 'Full-time years', value: { text: '2', mark: '1' } }],
              },
              {
                kind: 'list',
                title: 'What counts',
                items: [{ text: 'Academic library', items: [{ text: 'College or university' }] }, { text: 'Other' }],
              },
              {
                kind: 'table',
                title: 'Evidence',
                columns: ['Evidence', 'What it shows'],
                rows: [['Letter of the employer', 'Position, dates and weekly hours']],
                mark: '*',
              },
            ],
          },
        ],
      },
    ],
    sources: [
      {
        number: '1',
        title: 'Article on certifications',
        description: 'An overview by a third party.',
        readOn: 'November 22, 2026',
      },
    ],
  },
  statistics: statisticsExample,
};
