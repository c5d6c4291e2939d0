import {
  IconAngle,
  IconCalculator,
  IconHighlight,
  IconNotes,
  IconRuler2,
  IconSpacingVertical,
  IconTypography,
  IconVolume,
  IconZoomIn,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { ToolName } from './tool-names.ts';

export const toolIcons: Readonly<Record<ToolName, TablerIcon>> = {
  highlighter: IconHighlight,
  notes: IconNotes,
  calculator: IconCalculator,
  'scientific-calculator': IconCalculator,
  magnifier: IconZoomIn,
  'line-reader': IconSpacingVertical,
  'read-aloud': IconVolume,
  rule: IconRuler2,
  protractor: IconAngle,
  display: IconTypography,
};
