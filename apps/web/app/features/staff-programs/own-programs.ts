import type { Api } from '../../api.ts';

export type OwnProgram = Awaited<ReturnType<Api['programs']['listPrograms']>>['programs'][number];

/** The programs of one organization, in their latest editions. */
export const ownPrograms = async (api: Api, organization: string): Promise<readonly OwnProgram[]> => {
  const { programs } = await api.programs.listPrograms({ organization });
  return programs;
};

/** The program that an address asks for with `?program=`, or else the first; undefined where there is none. */
export const askedProgram = (programs: readonly OwnProgram[], { searchParams }: URL): OwnProgram | undefined =>
  programs.find(({ id }) => id === searchParams.get('program')) ?? programs[0];
