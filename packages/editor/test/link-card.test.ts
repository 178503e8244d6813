import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';

import { schema } from '@indelible/document/schema';

import { besideLink } from '../src/links/beside-link.ts';
import { linkAtCaret, linkBehind } from '../src/links/link-range.ts';
import { shortAddress } from '../src/links/short-address.ts';

const linked = (text: string, href: unknown, ...others: readonly string[]) =>
  schema.text(text, [schema.mark('link', { href }), ...others.map((name) => schema.mark(name))]);

/** “see here now”, where “here” leads somewhere and its “re” is bold. */
const doc = schema.node('doc', null, [
  schema.node('paragraph', null, [
    schema.text('see '),
    linked('he', 'https://example.org/'),
    linked('re', 'https://example.org/', 'bold'),
    linked('x', 'https://example.org/other'),
    schema.text(' now'),
  ]),
]);
const here = { from: 5, to: 9, href: 'https://example.org/' };

const atCaret = (from: number, to = from) =>
  linkAtCaret(EditorState.create({ doc, selection: TextSelection.create(doc, from, to) }));

describe('the link at the caret', () => {
  it('is all of its words, however they are formatted', () => {
    expect([6, 7, 8].map((at) => atCaret(at))).toEqual([here, here, here]);
  });

  it('is none beside the words, nor while some are selected', () => {
    expect([1, 5, 9, 10, 12].map((at) => atCaret(at))).toEqual([null, null, null, null, null]);
    expect(atCaret(6, 8)).toBeNull();
  });

  it('is known from where its words begin', () => {
    expect(linkBehind(doc, 5)).toEqual(here);
    expect(linkBehind(doc, 9)).toEqual({ from: 9, to: 10, href: 'https://example.org/other' });
    expect([0, 4, 10, 99, -1].map((at) => linkBehind(doc, at))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it('is none where the address is no text, as raw updates can have it', () => {
    const odd = schema.node('doc', null, [schema.node('paragraph', null, [linked('a', 7)])]);
    expect(linkBehind(odd, 1)).toBeNull();
  });
});

describe('an address as it is shown', () => {
  it.each([
    ['https://example.org/', 'example.org'],
    ['https://www.example.org/a?b=c#d', 'example.org/a?b=c#d'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['tel:+49123', '+49123'],
    ['https://example.org/caf%C3%A9', 'example.org/café'],
    ['https://example.org/%E0%A4', 'example.org/%E0%A4'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('leaves out of “%s” what says nothing', (href, shown) => {
    expect(shortAddress(href)).toBe(shown);
  });

  it('is no longer than there is room, and keeps the end of the host', () => {
    expect(shortAddress(`https://example.org/${'a'.repeat(90)}`, 20)).toBe('example.org/aaaaaaa…');
    expect(shortAddress(`https://bank.com.${'a'.repeat(40)}.evil.org/`, 20)).toBe(
      '…aaaaaaaaaa.evil.org',
    );
  });

  it('tells where it leads, and not what is written before an @ or in letters nobody sees', () => {
    expect(shortAddress('https://bank.com@evil.org/')).toBe('evil.org');
    expect(shortAddress('https://evil.org/%E2%80%AEmoc.knab')).toBe('evil.org/%E2%80%AEmoc.knab');
  });
});

describe('the place of the card', () => {
  const lines = [
    { left: 300, right: 700, top: 100, bottom: 120 },
    { left: 100, right: 160, top: 130, bottom: 150 },
  ];

  it('is above or below all lines of the link, near where somebody points', () => {
    const box = { top: 100, bottom: 150 };
    expect(besideLink(lines, { x: 500, y: 110 })).toEqual({ left: 468, right: 532, ...box });
    expect(besideLink(lines, { x: 500, y: 140 })).toEqual({ left: 128, right: 160, ...box });
    expect(besideLink(lines, { x: 0, y: 0 })).toEqual({ left: 300, right: 332, ...box });
  });

  it('is nowhere for words that are not drawn', () => {
    expect(besideLink([], { x: 0, y: 0 })).toBeNull();
  });
});
