/** Of the Shape Detection API, which some browsers have. */
interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { formats: readonly string[] }): Detector;
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

export type ReadCode = (video: HTMLVideoElement) => Promise<string | undefined>;

const ownReader = async (): Promise<ReadCode | undefined> => {
  const { BarcodeDetector } = window;
  if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
};

/** Wide enough for a code that fills a third of what the camera sees. */
const widest = 800;

const libraryReader = async (): Promise<ReadCode> => {
  const { default: findCode } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, widest / Math.max(1, video.videoWidth));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!context || width === 0 || height === 0) return undefined;
    Object.assign(canvas, { width, height });
    context.drawImage(video, 0, 0, width, height);
    return findCode(context.getImageData(0, 0, width, height).data, width, height)?.data || undefined;
  };
};

/** Reads the code before the camera, by the browser where it can, else by a library that is loaded only then. */
export const createCodeReader = async (): Promise<ReadCode> => (await ownReader()) ?? libraryReader();
