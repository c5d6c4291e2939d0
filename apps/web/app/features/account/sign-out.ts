import { redirect } from 'react-router';
import { act } from '../../loading/load.ts';
import type { Route } from './+types/sign-out';

/** Signing out is a POST: a link elsewhere cannot do it. */
export const loader = () => redirect('/');

export const action = act(async (_args: Route.ActionArgs, { api }) => {
  await api.identity.signOut({});
  throw redirect('/');
});
