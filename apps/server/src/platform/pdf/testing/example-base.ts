import type { DocumentData, LetterData } from '../index.ts';

/** What every example has. */
export const document: DocumentData = {
  language: 'en-US',
  demonstration: true,
  createdAt: '2027-03-02T14:30:00Z',
  organization: {
    name: 'American Library Association',
    abbreviation: 'ALA',
  },
  notice: 'Example after an article; not affiliated with the American Library Association.',
};

/** What every example of a letter has. */
export const letter: LetterData = {
  ...document,
  organization: {
    ...document.organization,
    contact: ['225 North Michigan Avenue, Suite 1300', 'Chicago, IL 60601', 'certification@example.org'],
  },
  recipient: { name: 'Ana Rivera', lines: ['14 Orchard Street', 'Madison, WI 53703'] },
  number: 'T-4F7K-92QD',
  date: 'March 2, 2027',
  program: { title: 'Certified Academic Library Technician', abbreviation: 'CALT', edition: '2026' },
};
