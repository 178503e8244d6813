import type { JSONContent } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import * as fc from 'fast-check';

import { colorNames } from '../../src/schema/colors.ts';
import { schema } from '../../src/schema/schema.ts';

/** Words that could be taken for Markdown or HTML. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-zäß漢]{1,6}$/u) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          ...Array.from('*_`~=^$[]()<>!#+-.|\\&;:/"\'1aB'),
          '**',
          '~~',
          '[x]',
          '](',
          '&amp;',
          'é',
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '1.',
      '-',
      '#',
      '>',
      '[ ]',
      '[!NOTE]',
      '[TOC]',
      '---',
      '$5',
      'https://a.example/b_c',
      '```',
      '<b>',
      '\u00a0',
      '😀',
    ),
  },
);

const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

const color = fc.constantFrom(...colorNames);
const address = fc.constantFrom(
  'https://a.example/',
  'https://a.example/x_(y)?a=1&amp;b=*2*',
  'mailto:bo@a.example',
  'https://ä.example/ü b',
);

const mark: fc.Arbitrary<NonNullable<JSONContent['marks']>[number]> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'strike', 'underline').map((type) => ({ type })),
  fc.constantFrom('subscript', 'superscript').map((type) => ({ type })),
  color.map((name) => ({ type: 'highlight', attrs: { color: name } })),
  color.map((name) => ({ type: 'textColor', attrs: { color: name } })),
  fc
    .record({ href: address, title: fc.constantFrom(null, 'A "title" & more') })
    .map((attrs) => ({ type: 'link', attrs })),
);

const marks = fc.uniqueArray(mark, {
  maxLength: 3,
  selector: ({ type }) => type.replace(/^su.*script$/, 'script'),
});

const latex = fc.constantFrom('x^2', 'a_1 + \\frac{1}{2}', '\\$5', 'a|b', '{`}');

const piece: fc.Arbitrary<JSONContent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('text'), text: words, marks }) },
  {
    weight: 1,
    arbitrary: words.map((text) => ({ type: 'text', text, marks: [{ type: 'code' }] })),
  },
  { weight: 1, arbitrary: latex.map((value) => ({ type: 'inlineMath', attrs: { latex: value } })) },
  {
    weight: 1,
    arbitrary: words.map((label) => ({
      type: 'mention',
      attrs: { kind: 'person', id: 'p1', label },
    })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'date', attrs: { value: '2026-11-21' } }) },
);

/** Between two pieces: nothing, a space, spaces, a new line. */
const between = fc.constantFrom<JSONContent[]>(
  [],
  [{ type: 'text', text: ' ' }],
  [{ type: 'text', text: '   ' }],
  [{ type: 'hardBreak' }],
);

const line = fc
  .tuple(piece, fc.array(fc.tuple(between, piece), { maxLength: 3 }))
  .map(([first, others]) => [first, ...others.flatMap(([gap, next]) => [...gap, next])]);

const oneLine = line.map((pieces) => pieces.filter(({ type }) => type !== 'hardBreak'));

const paragraph = line.map((content) => ({ type: 'paragraph', content }));
const perhapsEmpty = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.constant({ type: 'paragraph' }),
);

const leaf: fc.Arbitrary<JSONContent> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc
    .record({ level: fc.integer({ min: 1, max: 4 }) })
    .chain((attrs) => oneLine.map((content) => ({ type: 'heading', attrs, content }))),
  fc.constant({ type: 'horizontalRule' }),
  fc
    .record({
      text: fc.constantFrom('let a = 1;\n\n  <b>\n', '```\nx', 'a', '> q\n\n- [ ] t  \n'),
      language: fc.constantFrom(null, 'js', 'c++'),
      wrap: fc.constantFrom(null, true),
    })
    .map(({ text, language, wrap }) => ({
      type: 'codeBlock',
      attrs: { language, wrap },
      content: [{ type: 'text', text }],
    })),
  latex.map((value) => ({ type: 'blockMath', attrs: { latex: value } })),
  fc.constant({ type: 'tableOfContents' }),
  fc
    .record({
      alt: fc.oneof(words, fc.constant(null)),
      title: fc.constantFrom(null, 'T "x"'),
      width: fc.constantFrom(null, 300),
      align: fc.constantFrom(null, 'left', 'full'),
      caption: fc.oneof(fc.constant<JSONContent[]>([]), oneLine),
    })
    .map(({ caption, ...attrs }) => ({
      type: 'image',
      attrs: { src: 'https://a.example/p.png?a=1&b=2', ...attrs },
      content: caption,
    })),
  words.map((name) => ({
    type: 'file',
    attrs: { src: 'https://a.example/f', name, size: 5, type: 'application/pdf' },
  })),
  fc.constant({
    type: 'video',
    attrs: { src: 'https://a.example/v.mp4', width: 200, align: 'left' },
  }),
  fc.constant({ type: 'embed', attrs: { src: 'https://a.example/e?x=1&y=2' } }),
);

const { block } = fc.letrec<{ block: JSONContent; blocks: JSONContent[] }>((tie) => ({
  blocks: fc.oneof(
    { weight: 4, arbitrary: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) },
    fc.constant<JSONContent[]>([{ type: 'paragraph' }]),
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: leaf },
    ...(['listItem', 'taskItem'] as const).map((item) => list(item, tie('block'))),
    tie('blocks').map((content) => ({ type: 'blockquote', content })),
    fc
      .tuple(fc.constantFrom('note', 'tip', 'warning', 'danger'), tie('blocks'))
      .map(([kind, content]) => ({ type: 'callout', attrs: { kind }, content })),
    fc
      .tuple(fc.oneof(oneLine, fc.constant<JSONContent[]>([])), tie('blocks'))
      .map(([summary, content]) => ({
        type: 'details',
        content: [
          { type: 'detailsSummary', content: summary },
          { type: 'detailsContent', content },
        ],
      })),
    table(tie('blocks')),
  ),
}));

function list(
  item: 'listItem' | 'taskItem',
  inner: fc.Arbitrary<JSONContent>,
): fc.Arbitrary<JSONContent> {
  const items = fc.array(
    fc.record({
      first: perhapsEmpty,
      rest: fc.array(inner, { maxLength: 2 }),
      checked: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  );
  return fc.record({ items, start: fc.constantFrom(null, 1, 7) }).map(({ items: some, start }) => {
    const isTask = item === 'taskItem';
    const ordered =
      start === null ? { type: 'bulletList' } : { type: 'orderedList', attrs: { start } };
    return {
      ...(isTask ? { type: 'taskList' } : ordered),
      content: some.map(({ first, rest, checked }) => ({
        type: item,
        ...(isTask ? { attrs: { checked } } : {}),
        content: [first, ...rest],
      })),
    };
  });
}

function table(inner: fc.Arbitrary<JSONContent[]>): fc.Arbitrary<JSONContent> {
  const plain = perhapsEmpty.map((only) => [only]);
  return fc
    .record({
      columns: fc.integer({ min: 1, max: 3 }),
      rows: fc.integer({ min: 1, max: 3 }),
      head: fc.boolean(),
      rich: fc.boolean(),
      width: fc.boolean(),
    })
    .chain(({ columns, rows, head, rich, width }) =>
      fc
        .array(
          fc.array(
            fc.record({
              content: rich ? inner : plain,
              background: rich ? fc.constantFrom(null, 'red') : fc.constant(null),
            }),
            { minLength: columns, maxLength: columns },
          ),
          { minLength: rows, maxLength: rows },
        )
        .map((cells) => ({
          type: 'table',
          content: cells.map((row, index) => ({
            type: 'tableRow',
            content: row.map(({ content, background }) => ({
              type: head && index === 0 ? 'tableHeader' : 'tableCell',
              attrs: { background, ...(rich && width ? { colwidth: [120] } : {}) },
              content,
            })),
          })),
        })),
    );
}

/** A document of everything the schema knows, as its JSON; no spaces at the ends of lines, no empty lines between. */
export const anyDocument: fc.Arbitrary<JSONContent> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((content) => ({ type: 'doc', content }));

/** The document that the JSON describes, with texts that are marked alike joined, as editors keep them. */
export function documentOf(json: JSONContent): Node {
  return joined(schema.nodeFromJSON(json));
}

function joined(node: Node): Node {
  if (node.isText) return node;
  return node.copy(Fragment.fromArray(node.children.map(joined)));
}
