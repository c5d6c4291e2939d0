import type { Api } from '../../api.ts';
import { type GuideProgram, guideProgram } from './guide-program.ts';

/** All programs that can be applied for, read for the guide. */
export const loadGuide = async (api: Api): Promise<readonly GuideProgram[]> => {
  const { programs } = await api.programs.listPrograms({});
  const read: GuideProgram[] = [];
  for (const summary of programs) {
    const { organization, id: programId } = summary;
    const { program } = await api.programs.getProgram({ organization, programId });
    read.push(guideProgram(summary, program));
  }
  return read;
};
