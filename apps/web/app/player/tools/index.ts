export {
  type DisplaySettings,
  displayFrom,
  displayVariables,
  type Ground,
  grounds,
  type ItemFont,
  type TextSize,
  usualDisplay,
} from './display/display-settings.ts';
export { groundStyle, tokensOf } from './display/ground.ts';
export { forgetTools } from './memory.ts';
export { messages as toolMessages } from './messages.ts';
export { Timer } from './timers/timer.tsx';
export { type ToolName, toolLetters, toolNames } from './tool-names.ts';
export { ToolWindows } from './tool-windows.tsx';
export { ToolsArea } from './tools-area.tsx';
export { type OwnTool, ToolsMenu } from './tools-menu.tsx';
export { type Tools, type ToolsOptions, useTools } from './use-tools.ts';
