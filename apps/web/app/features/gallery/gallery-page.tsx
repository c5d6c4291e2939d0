import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../../context.ts';
import { refuse } from '../../loading/refusal.ts';
import { Gallery } from './gallery.tsx';

/** Shown to those who build the site, in development alone. */
export const loader = ({ context }: LoaderFunctionArgs) => {
  const { development, id } = context.get(requestContext);
  if (!development) throw refuse(404, { code: 'web.not-found', message: '', requestId: id });
  return null;
};

export default function GalleryPage() {
  return <Gallery />;
}
