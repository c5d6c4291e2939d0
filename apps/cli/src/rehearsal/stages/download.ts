import type { CredentialStanding } from '@testamur/program';
import { expectPdf, keepPdf } from '../keepsakes.ts';
import { pdfText } from '../pdf-text.ts';
import { expectThat } from '../unmet.ts';
import type { World } from '../world.ts';

/** The certificate and the credential. Returns the credential as it was served. */
export const download = (
  { journal, candidate, keepsakes, findings }: World,
  { credentialId, number, cycle }: CredentialStanding,
) =>
  journal.step('candidate', 'Download the certificate and the credential', async (note) => {
    const { credentialing } = candidate.api;
    const certificate = await credentialing.getCertificatePdf({ credentialId });
    const isFirst = cycle === 1;
    note(
      isFirst
        ? await keepPdf(keepsakes, 'certificate.pdf', certificate)
        : expectPdf('The certificate', Buffer.from(await certificate.arrayBuffer())),
    );
    const text = pdfText(Buffer.from(await certificate.arrayBuffer()));
    expectThat(text.includes(number), `${number} on the certificate`, text.slice(0, 300));
    findings.add({ kind: 'certificate', number, text });
    const file = await credentialing.getCredentialDocument({ credentialId });
    const name = `credential-${cycle}.json`;
    const bytes = await keepsakes.keep(name, file);
    note(`${name}, ${file.type}, ${bytes.length} bytes.`);
    return bytes.toString('utf8');
  });

/** A card of pocket size, where the program hands one out. */
export const downloadCard = async (
  world: World,
  { credentialId, number, cycle }: CredentialStanding,
): Promise<void> => {
  const { program, journal, candidate, keepsakes, findings } = world;
  if (program.credential.card === undefined) return;
  await journal.step('candidate', `Download: ${program.credential.card.title}`, async (note) => {
    const pdf = await candidate.api.credentialing.getCardPdf({ credentialId });
    const bytes = Buffer.from(await pdf.arrayBuffer());
    note(cycle === 1 ? await keepPdf(keepsakes, 'card.pdf', pdf) : expectPdf('The card', bytes));
    const text = pdfText(bytes);
    expectThat(text.includes(number), `${number} on the card`, text.slice(0, 300));
    findings.add({ kind: 'card', number, bytes: bytes.length, text });
  });
};
