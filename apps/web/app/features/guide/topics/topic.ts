import type { GuideProgram } from '../guide-program.ts';

export interface TopicProps {
  /** Never empty. */
  readonly programs: readonly GuideProgram[];
}
