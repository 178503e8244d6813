import { describe, expect, it } from 'vitest';

import { toHref } from '../src/index.ts';

describe('toHref', () => {
  it.each([
    ['example.org', 'https://example.org'],
    [' example.org/a?b#c ', 'https://example.org/a?b#c'],
    ['http://example.org', 'http://example.org'],
    ['ada@example.org', 'mailto:ada@example.org'],
    ['mailto:ada@example.org', 'mailto:ada@example.org'],
    ['localhost:3000/x', 'https://localhost:3000/x'],
    ['tel:+32', 'tel:+32'],
  ])('takes %j as %s', (typed, href) => {
    expect(toHref(typed)).toBe(href);
  });

  it.each([
    '',
    'hello',
    'two words',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/path',
  ])('refuses %j', (typed) => {
    expect(toHref(typed)).toBeNull();
  });
});
