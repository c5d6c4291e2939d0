import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { squeeze, textOf } from '../../platform/pdf/testing/check-layout.ts';
import { inspect } from '../../platform/pdf/testing/read-pdf.ts';
import { programWith } from '../billing/testing/program-with.ts';
import { type Certified, certify } from './testing/life.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

/** Two levels under one program, with letters after the name, a mark and a card. */
const program = programWith((calt) => ({
  id: 'keeper',
  tracks: [
    {
      id: 'level',
      title: 'Level',
      options: [
        { id: 'core', title: 'Core' },
        { id: 'expert', title: 'Expert' },
      ],
    },
  ],
  credential: {
    ...calt.credential,
    title: 'Toll Keeper, {level}',
    postnominal: 'CTK',
    mark: { title: 'Mark of the keepers', text: 'Beside your own name only.', assumed: ['title', 'text'] },
    card: { title: 'Card of a keeper', text: 'Show it at the gate.', assumed: ['title', 'text'] },
  },
}));

let world: World;
let decider: Caller;
let expert: Certified;
let core: Certified;

beforeAll(async () => {
  world = await createWorld({ program });
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  expert = await certify(world, decider, { name: 'Ana Rivera', track: { level: 'expert' } });
  core = await certify(world, decider, { name: 'Cora Core', track: { level: 'core' } });
});
afterAll(() => world.close());

const text = async (file: File) => squeeze(textOf(Buffer.from(await file.arrayBuffer())));

describe('a credential of a program with tracks', () => {
  test('is called by the track of its holder, on its pages, in the register and in the letter', async () => {
    const { holder, credentialId, number } = expert;
    const detail = await holder.api.credentialing.getCredential({ credentialId });
    expect(detail).toMatchObject({
      title: 'Toll Keeper, Expert',
      postnominal: 'CTK',
      mark: { title: 'Mark of the keepers', text: 'Beside your own name only.' },
      hasCard: true,
      surrenderable: true,
    });
    const { credentials } = await holder.api.credentialing.listMyCredentials({});
    expect(credentials).toMatchObject([{ title: 'Toll Keeper, Expert', hasCard: true }]);
    const named = { title: 'Toll Keeper, Expert', postnominal: 'CTK' };
    expect((await world.anyone.registry.verifyByNumber({ number })).credential).toMatchObject(named);
    expect((await world.anyone.registry.searchRegister({ query: 'rivera' })).entries).toMatchObject([named]);
    const letters = await world.messagesTo(holder.email);
    expect(letters.find(({ template }) => template === 'credentialing.credential-granted')?.body).toContain(
      'your certificate as Toll Keeper, Expert is issued',
    );
  });

  test('is another achievement than that of another track', async () => {
    const achievementOf = async ({ holder, credentialId }: Certified) => {
      const document = await holder.api.credentialing.getCredentialDocument({ credentialId });
      return JSON.parse(await document.text()).credentialSubject.achievement as { id: string; name: string };
    };
    const [one, other] = [await achievementOf(expert), await achievementOf(core)];
    expect([one.name, other.name]).toEqual(['Toll Keeper, Expert', 'Toll Keeper, Core']);
    expect(one.id).not.toBe(other.id);
    expect(one.id).toContain('level=expert');
  });

  test('has a certificate with its title and the letters after the name', async () => {
    const { holder, credentialId } = expert;
    const pdf = await text(await holder.api.credentialing.getCertificatePdf({ credentialId }));
    expect(pdf).toContain(squeeze('Toll Keeper, Expert'));
    expect(pdf).toContain(squeeze('and may write CTK after the name'));
  });

  test('has a card, tagged, for its holder and staff, and for nobody else', async () => {
    const { holder, credentialId, number } = expert;
    const file = await holder.api.credentialing.getCardPdf({ credentialId });
    expect(file.name).toBe(`${number}-card.pdf`);
    expect(inspect(Buffer.from(await file.arrayBuffer()))).toMatchObject({ pdfUaPart: '1', pages: 2 });
    const card = await text(file);
    for (const part of ['Ana Rivera, CTK', 'Toll Keeper, Expert', number, 'Show it at the gate.', `/c/${number}`]) {
      expect(card).toContain(squeeze(part));
    }
    expect((await decider.api.credentialing.getCardPdf({ credentialId })).name).toBe(file.name);
    expect((await refusal(core.holder.api.credentialing.getCardPdf({ credentialId }))).code).toBe('platform.not-found');
  });
});
