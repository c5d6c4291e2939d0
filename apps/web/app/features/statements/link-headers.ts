/** The address is as good as a key: it is kept in no cache, told to no other site, and found by no search. */
export const linkHeaders = () => ({
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
});
