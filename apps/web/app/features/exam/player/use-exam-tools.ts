import { useDocument } from '../../../document/document-context.ts';
import { type ToolName, type Tools, useTools } from '../../../player/tools/index.ts';
import type { ExamItem } from '../delivery/port.ts';
import type { Settings } from './settings.ts';

/**
 * What every exam has at hand. What could answer for a candidate (a calculator) or needs an accommodation (reading aloud)
 * comes with the items that allow it.
 */
export const usualTools: readonly ToolName[] = ['highlighter', 'notes', 'magnifier', 'line-reader', 'display'];

/** How the review and the page to submit look is the candidate's choice as well. */
const beyondItems: readonly ToolName[] = ['display'];
const noMaterials: ExamItem['view']['companionMaterials'] = [];

interface ExamToolsOptions {
  attemptId: string;
  /** None in the review and on the page to submit. */
  item: ExamItem | undefined;
  allowed: readonly ToolName[];
  settings: Settings;
  onSettings: (part: Partial<Settings>) => void;
  say: (text: string) => void;
}

/** The tools of the item that is shown. */
export const useExamTools = ({ attemptId, item, allowed, settings, onSettings, say }: ExamToolsOptions): Tools => {
  const { locale } = useDocument();
  return useTools({
    allowed: item ? allowed : beyondItems,
    materials: item?.view.companionMaterials ?? noMaterials,
    catalogs: item?.view.catalogs ?? [],
    attemptId,
    itemId: item?.itemId ?? '',
    language: item?.view.language ?? locale,
    say,
    singleKeys: settings.singleKeys,
    display: settings,
    onDisplay: onSettings,
  });
};
