/** Everything at once: regions, tracks, statements of others, a registration, a bundle. */
const parts = `
regions:
  - { id: home, title: Homeland }
  - { id: abroad, title: Everywhere else, currency: EUR }

tracks:
  - id: craft
    title: Craft
    options: [{ id: wood, title: Wood }, { id: metal, title: Metal }]
  - id: level
    title: Level
    options: [{ id: journey, title: Journeyman }, { id: master, title: Master }]

roles:
  - { id: lead, label: Lead }
fields:
  - { id: craft-studies, label: Craft studies }
accreditors:
  - { id: board, label: The Board }
credentials:
  - { id: first-aid, label: First aid }
trainingPrograms:
  - { id: safety, title: Safety at the bench, provider: The Safety School }
  - { id: fire, title: Fire at the bench, provider: The Fire School }
agreements:
  - { id: pledge, title: Pledge of the guild, version: "7", text: We pledge., assumed: [version, text] }

`;

const request = 'request: { validFor: P30D, reminders: [P7D, P14D], assumed: [validFor, reminders] }';

const requirement = (id: string, kind: string, more: readonly string[]): string =>
  [
    `  - id: ${id}`,
    `    kind: ${kind}`,
    '    source: article',
    `    title: ${id.replaceAll('-', ' ')}`,
    '    description: As the guild asks.',
    '    evidence: []',
    ...more.map((line) => `    ${line}`),
  ].join('\n');

const requirements = [
  requirement('entry', 'registration', []),
  requirement('letters', 'references', [
    'minimum: 2',
    'maximum: 3',
    'relations: [{ id: boss, label: Supervisor }, { id: peer, label: Colleague }]',
    'form:',
    '  - { id: work, prompt: What did they make?, kind: text }',
    '  - { id: care, prompt: How careful are they?, kind: rating }',
    '  - { id: again, prompt: Would you hire them again?, kind: yes-no }',
    request,
  ]),
  requirement('bench-training', 'training', ['programs: [safety]', request]),
  requirement('studies', 'education', ['minimumLevel: certificate', 'accredited: false', 'fields: [craft-studies]']),
  requirement('papers', 'document', ['freshFor: P12M']),
  requirement('pieces', 'work-samples', ['minimum: 2']),
  requirement('lessons', 'course', ['hours: 10']),
  requirement('grown-up', 'age', ['minimumYears: 18']),
  requirement('aid', 'credential', ['credentials: [first-aid]']),
  requirement('record', 'background-check', ['consent: I agree to a check.']),
  requirement('pledge-signed', 'attestation', ['document: pledge']),
  requirement('conduct', 'attestation', ['document: code-of-conduct']),
  requirement('permit', 'document', ['for: { region: [abroad] }']),
];

const price = (home: string, abroad: string): string =>
  `    prices: [{ for: { region: [home] }, amount: "${home}" }, { for: { region: [abroad] }, amount: "${abroad}" }]`;

const fee = (id: string, kind: string, home: string, abroad: string, more: readonly string[] = []): string =>
  [
    `  - id: ${id}`,
    `    kind: ${kind}`,
    '    source: article',
    `    title: ${id.replaceAll('-', ' ')}`,
    '    description: For this step.',
    price(home, abroad),
    '    dueWithin: P30D',
    ...more.map((line) => `    ${line}`),
  ].join('\n');

const fees = [
  fee('entry-fee', 'registration', '20.00', '18.00'),
  fee('exam-fee', 'assessment', '100.00', '90.00', ['assessments: [exam]', 'retake: same']),
  fee('portfolio-fee', 'assessment', '50.00', '45.00', ['assessments: [portfolio]', 'retake: same']),
  fee('renewal-fee', 'renewal', '0.00', '0.00'),
];

const bundles = `
bundles:
  - id: both
    source: article
    title: Exam and portfolio together
    description: Both first attempts.
    fees: [exam-fee, portfolio-fee]
${price('120.00', '110.00')}
    dueWithin: P30D

`;

const section = (yaml: string, name: string, body: string): string => {
  const pattern = new RegExp(`^${name}:\\n[\\s\\S]*?(?=^(?:[a-z]|# -))`, 'm');
  if (!pattern.test(yaml)) throw new Error(`The program has no section "${name}".`);
  return yaml.replace(pattern, () => `${name}:\n${body}\n\n`);
};

/** A made-up program, made from another one, whose applications hold a requirement of nearly every kind. */
export const guildYaml = (calt: string): string => {
  const all = requirements.map((text) => /id: (\S+)/.exec(text)?.[1]).join(', ');
  const named = calt
    .replace(/^id: calt$/m, 'id: guild')
    .replace(/^title: .*$/m, 'title: Guild of the Bench')
    .replace(/^abbreviation: .*$/m, 'abbreviation: GUILD')
    .replace(/^settings:$/m, () => `${parts}settings:`);
  const asked = section(section(named, 'requirements', requirements.join('\n')), 'eligibility', `  all: [${all}]`);
  return section(asked, 'fees', fees.join('\n')).replace(/^credential:$/m, () => `${bundles}credential:`);
};
