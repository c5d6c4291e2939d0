import { expect, it } from 'vitest';
import { fileResponse } from './file-response.ts';

it('a download has its name in plain and in full letters', async () => {
  const response = fileResponse(new File(['x'], 'Zeugnis "Müller".pdf', { type: 'application/pdf' }));
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename="Zeugnis _M_ller_.pdf"; filename*=UTF-8''Zeugnis%20%22M%C3%BCller%22.pdf`,
  );
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).toBe('x');
});
