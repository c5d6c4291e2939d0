import { Choice } from './choices/choice.tsx';
import { Hottext } from './choices/hottext.tsx';
import { InlineChoice } from './choices/inline-choice.tsx';
import { Order } from './choices/order.tsx';
import { Custom } from './custom.tsx';
import { EndAttempt } from './end-attempt.tsx';
import {
  DrawingPlayer,
  GraphicAssociatePlayer,
  GraphicGapMatchPlayer,
  GraphicOrderPlayer,
  HotspotPlayer,
  PositionObjectPlayer,
  SelectPointPlayer,
} from './graphic/index.ts';
import type { InteractionProps } from './interaction-props.ts';
import { Media } from './media/media.tsx';
import { Associate } from './pairs/associate.tsx';
import { GapMatch } from './pairs/gap-match.tsx';
import { Match } from './pairs/match.tsx';
import { PortableCustomPlayer } from './pci/index.ts';
import { Slider } from './slider/slider.tsx';
import { ExtendedText } from './texts/extended-text.tsx';
import { TextEntry } from './texts/text-entry.tsx';
import { Upload } from './upload/upload.tsx';

/** Any interaction, by the component of its kind. */
export const Interaction = (props: InteractionProps) => {
  const { interaction } = props;
  switch (interaction.interaction) {
    case 'choice':
      return <Choice {...props} interaction={interaction} />;
    case 'order':
      return <Order {...props} interaction={interaction} />;
    case 'associate':
      return <Associate {...props} interaction={interaction} />;
    case 'match':
      return <Match {...props} interaction={interaction} />;
    case 'gap-match':
      return <GapMatch {...props} interaction={interaction} />;
    case 'inline-choice':
      return <InlineChoice {...props} interaction={interaction} />;
    case 'text-entry':
      return <TextEntry {...props} interaction={interaction} />;
    case 'extended-text':
      return <ExtendedText {...props} interaction={interaction} />;
    case 'hottext':
      return <Hottext {...props} interaction={interaction} />;
    case 'hotspot':
      return <HotspotPlayer {...props} interaction={interaction} />;
    case 'graphic-order':
      return <GraphicOrderPlayer {...props} interaction={interaction} />;
    case 'graphic-associate':
      return <GraphicAssociatePlayer {...props} interaction={interaction} />;
    case 'graphic-gap-match':
      return <GraphicGapMatchPlayer {...props} interaction={interaction} />;
    case 'select-point':
      return <SelectPointPlayer {...props} interaction={interaction} />;
    case 'position-object':
      return <PositionObjectPlayer {...props} interaction={interaction} />;
    case 'slider':
      return <Slider {...props} interaction={interaction} />;
    case 'media':
      return <Media {...props} interaction={interaction} />;
    case 'upload':
      return <Upload {...props} interaction={interaction} />;
    case 'drawing':
      return <DrawingPlayer {...props} interaction={interaction} />;
    case 'end-attempt':
      return <EndAttempt {...props} interaction={interaction} />;
    case 'portable-custom':
      return <PortableCustomPlayer {...props} interaction={interaction} />;
    case 'custom':
      return <Custom {...props} interaction={interaction} />;
  }
};
