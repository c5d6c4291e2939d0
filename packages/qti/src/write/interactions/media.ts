import type { MediaInteraction, SliderInteraction, UploadInteraction } from '../../model/interaction.ts';
import { commas } from '../expression.ts';
import { mediaPart } from '../media.ts';
import { unless } from '../xml.ts';
import type { InteractionXml } from './interaction-xml.ts';

/** Writes qti-slider-interaction (QTI 3.0 ASI information model, class SliderInteraction). */
export function slider(node: SliderInteraction): InteractionXml {
  const attributes = {
    'lower-bound': node.lowerBound,
    'upper-bound': node.upperBound,
    // Without a step, whole numbers move by 1, and others freely, which is 0 here.
    step: unless(node.step, node.baseType === 'integer' ? 1 : 0),
    'step-label': unless(node.stepLabel, false),
    orientation: unless(node.orientation, 'horizontal'),
    reverse: unless(node.reverse, false),
  };
  return { attributes, children: [] };
}

/** Writes qti-media-interaction (class MediaInteraction). */
export function media(node: MediaInteraction): InteractionXml {
  const attributes = {
    autostart: node.autostart,
    'min-plays': unless(node.minPlays, 0),
    'max-plays': unless(node.maxPlays, 0),
    loop: unless(node.loop, false),
    coords: commas(node.coords),
  };
  return { attributes, children: [mediaPart(node.media)] };
}

/** Writes qti-upload-interaction (class UploadInteraction). */
export function upload(node: UploadInteraction): InteractionXml {
  return { attributes: { type: node.types }, children: [] };
}
