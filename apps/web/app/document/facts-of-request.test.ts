import { describe, expect, it } from 'vitest';
import { factsOfRequest } from './facts-of-request.ts';

const facts = (headers: Record<string, string>) =>
  factsOfRequest(new Request('https://example.org/', { headers }), { requestId: 'r', nonce: 'n', development: false });

describe('the facts of a document', () => {
  it('come from the preferences', () => {
    expect(facts({ cookie: 'scheme=dark; zone=America%2FNew_York; locale=ar-XB' })).toMatchObject({
      locale: 'ar-XB',
      zone: 'America/New_York',
      zoneKnown: true,
      scheme: 'dark',
    });
  });
  it('are safe when the cookies are not', () => {
    const cookie = 'zone=%E0%A4%A; locale="><script>; scheme=pink';
    expect(facts({ cookie })).toMatchObject({ locale: 'en', zone: 'UTC', zoneKnown: false, scheme: 'auto' });
    expect(facts({ cookie: 'zone=Mars/Olympus' })).toMatchObject({ zone: 'UTC', zoneKnown: false });
  });
});
