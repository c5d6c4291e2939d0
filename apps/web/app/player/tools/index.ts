export {
  type DisplaySettings,
  displayFrom,
  displayVariables,
  fonts,
  type Ground,
  grounds,
  type ItemFont,
  type TextSize,
  textSizes,
  usualDisplay,
} from './display/display-settings.ts';
export { groundStyle, tokensOf } from './display/ground.ts';
export { forgetTools } from './memory.ts';
export { ItemTimer, SectionTimer } from './timers/timer.tsx';
export { type ToolName, toolLetters, toolNames, toolsFor } from './tool-names.ts';
export { ToolWindows } from './tool-windows.tsx';
export { ToolsArea } from './tools-area.tsx';
export { type OwnTool, ToolsBar, ToolsMenu } from './tools-menu.tsx';
export { type Tools, type ToolsOptions, useTools } from './use-tools.ts';
