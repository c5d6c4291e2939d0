import { inside, type Point, type Size } from './geometry.ts';

/** Where a pointer is on an element that shows an image of this size, in the pixels of the image. */
export const pointUnder = (
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  element: Element,
  size: Size,
): Point => {
  const box = element.getBoundingClientRect();
  const x = ((clientX - box.left) / Math.max(1, box.width)) * size.width;
  const y = ((clientY - box.top) / Math.max(1, box.height)) * size.height;
  return inside({ x, y }, size);
};
