import type { LoaderFunctionArgs } from 'react-router';
import { requestContext } from '../context.ts';
import { refuse } from '../loading/refusal.ts';

/** Any address that no page has. */
export const loader = ({ context }: LoaderFunctionArgs) => {
  throw refuse(404, { code: 'web.not-found', message: '', requestId: context.get(requestContext).id });
};

export default function NotFound() {
  return null;
}
