import type { Program } from '@testamur/program';
import { type Figure, Figures } from './figures.tsx';
import { useWords } from './use-words.ts';

/** What the holder gets: the title, letters, a mark, a card, and what they may do with them. */
export const CredentialPart = ({ program }: { program: Program }) => {
  const { t, list } = useWords();
  const { title, postnominal, mark, card, privileges, criteria } = program.credential;
  // Braces in a title stand for what is chosen.
  const shown = title.replace(/\{([\w-]+)\}/g, (whole, id: string) => {
    const axis = program.tracks?.find((one) => one.id === id);
    return axis ? t('yourChoice', { name: axis.title }) : whole;
  });
  const figures: readonly Figure[] = [
    { label: t('credentialTitle'), value: shown, path: ['credential', 'title'] },
    ...(postnominal
      ? [
          {
            label: t('letters'),
            value: t('lettersAfter', { letters: postnominal }),
            path: ['credential', 'postnominal'],
          },
        ]
      : []),
    ...(mark ? [{ label: t('mark'), value: `${mark.title}. ${mark.text}`, path: ['credential', 'mark', 'text'] }] : []),
    ...(card ? [{ label: t('card'), value: `${card.title}. ${card.text}`, path: ['credential', 'card', 'text'] }] : []),
    {
      label: t('always'),
      value: list([t('certificate'), t('digitalCredential')]),
    },
  ];
  return (
    <>
      <p>{criteria}</p>
      <Figures program={program} figures={figures} />
      <ul>
        {privileges.map((privilege) => (
          <li key={privilege}>{privilege}</li>
        ))}
      </ul>
    </>
  );
};
