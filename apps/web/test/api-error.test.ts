import { expect, test } from 'vitest';

import { errorOf } from '../src/api/api-error.ts';

const answer = (status: number, body: BodyInit): Response => new Response(body, { status });

test('a problem speaks for itself', async () => {
  const body = JSON.stringify({
    type: 'about:blank',
    title: 'Too long',
    status: 400,
    detail: 'At most 500.',
  });
  const error = await errorOf(answer(400, body));
  expect(error).toMatchObject({ code: 'refused', message: 'At most 500.' });
});

test('a page of some proxy is no reason to fail at failing', async () => {
  expect(await errorOf(answer(502, '<html>Bad gateway</html>'))).toMatchObject({
    code: 'unreachable',
    message: 'The server answered 502.',
  });
});

test.each([
  [404, 'notFound'],
  [410, 'notFound'],
  [429, 'refused'],
  [500, 'broken'],
  [503, 'broken'],
  [504, 'unreachable'],
])('an answer of %i counts as "%s"', async (status, code) => {
  expect((await errorOf(answer(status, ''))).code).toBe(code);
});
