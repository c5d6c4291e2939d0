/**
 * The address is as good as a key: it is kept in no cache, told to no other site, and found by no search. A form that is
 * posted without scripts still has to say where it comes from.
 */
export const linkHeaders = () => ({
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-robots-tag': 'noindex',
});
