import { newId } from '../../../kernel/index.ts';
import { guildYaml } from './guild-program.ts';
import { type Caller, createWorld, readCalt, type World } from './world.ts';

export const createGuildWorld = async (): Promise<World> => createWorld({ yaml: guildYaml(await readCalt()) });

export const wood = { craft: 'wood', level: 'journey' } as const;

export const beginGuild = async ({ api }: Caller, track: Record<string, string> = wood): Promise<string> =>
  (await api.candidacies.beginCandidacy({ organization: 'ala', programId: 'guild', track })).candidacyId;

type Claim = Parameters<Caller['api']['candidacies']['saveSection']>[0]['claim'];

const paper = (title: string) => ({ id: newId(), title, issuedOn: '2027-01-10', fileIds: [] });

/** What a candidate states by themselves, by requirement. */
export const guildClaims = (name: string): Readonly<Record<string, Claim>> => ({
  studies: {
    kind: 'education',
    entries: [
      {
        id: newId(),
        institution: 'School of Crafts',
        level: 'certificate',
        field: 'Joinery',
        fieldId: 'craft-studies',
        awardedOn: '2020-06-15',
        accredited: true,
        accreditedBy: 'board',
        fileIds: [],
      },
    ],
  },
  papers: { kind: 'document', entries: [paper('Letter of the town')] },
  pieces: { kind: 'work-samples', entries: [paper('A chair'), paper('A table')] },
  lessons: {
    kind: 'course',
    entries: [
      { id: newId(), title: 'Joints', provider: 'A school', hours: 12, completedOn: '2026-05-01', fileIds: [] },
    ],
  },
  'grown-up': { kind: 'age', bornOn: '1990-04-01' },
  aid: { kind: 'credential', credential: 'first-aid', number: 'FA-1', validUntil: '2028-01-01', fileIds: [] },
  record: { kind: 'background-check', signedName: name },
  'pledge-signed': { kind: 'attestation', signedName: name, documentVersion: '7' },
  conduct: { kind: 'attestation', signedName: name, documentVersion: '2026' },
});

export const saveGuildClaims = async ({ api, name }: Caller, candidacyId: string): Promise<void> => {
  for (const [requirement, claim] of Object.entries(guildClaims(name))) {
    await api.candidacies.saveSection({ candidacyId, requirement, claim });
  }
};

export const ask = ({ api }: Caller, candidacyId: string, name: string, relation = 'boss') =>
  api.candidacies.requestStatement({
    candidacyId,
    requirement: 'letters',
    name,
    email: `${name.toLowerCase()}@work.example`,
    relation,
  });

export const stateTraining = async ({ api }: Caller, candidacyId: string, completedOn = '2027-02-01') => {
  const claim = { kind: 'training', trainingProgram: 'safety', completedOn } as const;
  return (await api.candidacies.saveSection({ candidacyId, requirement: 'bench-training', claim })).standing;
};

export const askProvider = ({ api }: Caller, candidacyId: string) =>
  api.candidacies.requestStatement({
    candidacyId,
    requirement: 'bench-training',
    name: 'Safety School',
    email: 'office@safety.example',
  });

/** The token of the latest mail to somebody. */
export const tokenFor = async (world: World, address: string): Promise<string> => {
  const mail = (await world.linkMails()).findLast(({ to_address: to }) => to === address);
  const token = mail && /\/(?:reference|attest)\/(\S+)/.exec(mail.body)?.[1];
  if (!token) throw new Error(`Nobody wrote to ${address}.`);
  return token;
};

export const answers = { work: 'Chairs that last.', care: 5, again: true };

export const refer = async (world: World, name: string, confirmed = true) =>
  world.anyone.candidacies.giveStatement({
    token: await tokenFor(world, `${name.toLowerCase()}@work.example`),
    confirmed,
    signedName: `${name} Signed`,
    answers,
  });
