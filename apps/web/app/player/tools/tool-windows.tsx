import { useMemo } from 'react';
import { useText } from '../../text/use-text.ts';
import { Calculator } from './calculator/calculator.tsx';
import { DisplayTool } from './display/display-tool.tsx';
import { HighlightTool } from './highlight/highlight-tool.tsx';
import { LineReader } from './line-reader/line-reader.tsx';
import { unitsOf } from './measure/measure.ts';
import { MeasureTool } from './measure/measure-tool.tsx';
import { messages } from './messages.ts';
import { NotesTool } from './notes/notes-tool.tsx';
import { SpeechTool } from './speech/speech-tool.tsx';
import { type ToolName, toolNames } from './tool-names.ts';
import { useToolKeys } from './use-tool-keys.ts';
import type { Tools } from './use-tools.ts';
import { ToolWindow } from './window/tool-window.tsx';
import { ZoomTool } from './zoom/zoom-tool.tsx';

/** The open tools, and their keys. It stands once on the page, behind the item. */
export const ToolWindows = ({ tools }: { readonly tools: Tools }) => {
  useToolKeys(tools);
  // In a fixed order: a tool that comes to the top keeps its place in the page, and with it the focus.
  return toolNames
    .filter((name) => tools.open.includes(name))
    .map((name) => <OpenTool key={name} name={name} tools={tools} />);
};

const OpenTool = ({ name, tools }: { readonly name: ToolName; readonly tools: Tools }) => {
  const t = useText(messages);
  const units = useMemo(() => unitsOf(tools.materials ?? []), [tools.materials]);
  const level = tools.open.indexOf(name) + 1;
  const onClose = () => tools.close(name);
  const onTop = () => tools.raise(name);
  if (name === 'line-reader') {
    return <LineReader root={tools.root} level={level} say={tools.say} onClose={onClose} />;
  }
  if (name === 'rule' || name === 'protractor') {
    return <MeasureTool measure={name} units={units} level={level} onClose={onClose} onTop={onTop} />;
  }
  return (
    <ToolWindow title={t(name)} level={level} others={level - 1} onClose={onClose} onTop={onTop}>
      <Inside name={name} tools={tools} />
    </ToolWindow>
  );
};

type InWindow = Exclude<ToolName, 'line-reader' | 'rule' | 'protractor'>;

const Inside = ({ name, tools }: { readonly name: InWindow; readonly tools: Tools }) => {
  const { highlights, language, say } = tools;
  switch (name) {
    case 'highlighter':
      return (
        <HighlightTool
          highlights={highlights}
          language={language}
          style={tools.markStyle}
          onStyle={tools.setMarkStyle}
          say={say}
        />
      );
    case 'notes':
      return <NotesTool memory={tools.memory} itemId={tools.itemId} />;
    case 'calculator':
    case 'scientific-calculator':
      return (
        <Calculator
          kind={name === 'calculator' ? 'basic' : 'scientific'}
          say={say}
          {...(tools.calculator.current === null ? {} : { state: tools.calculator.current })}
          onState={(state) => {
            tools.calculator.current = state;
          }}
        />
      );
    case 'magnifier':
      return <ZoomTool level={tools.zoom} onLevel={tools.setZoom} box={tools.zoomBox} />;
    case 'read-aloud':
      return (
        <SpeechTool
          root={tools.root}
          itemId={tools.itemId}
          highlights={highlights}
          language={language}
          catalogs={tools.catalogs ?? []}
          say={say}
        />
      );
    case 'display':
      return <DisplayTool settings={tools.display} onChange={tools.onDisplay} />;
  }
};
