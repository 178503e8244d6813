import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';

import { FoundPictures } from '@indelible/document/paste';
import { schema } from '@indelible/document/schema';

import { missedInPaste } from '../src/transfer/carried.ts';
import { takePictures } from '../src/transfer/take-pictures.ts';
import { nodeFor } from '../src/uploads/finished.ts';
import type { PlacedFile } from '../src/uploads/uploads-options.ts';

const png = Uint8Array.from({ length: 300 }, (_none, at) => [0x89, 0x50, 0x4e, 0x47][at] ?? 7);

const line = (words: string) => schema.node('paragraph', null, [schema.text(words)]);
const picture = (src: string | null, caption: string) =>
  schema.node('image', { src, alt: 'Plan', width: 80 }, [schema.text(caption)]);

test('pictures without an address leave the text, know their places, and come back as they were', () => {
  const found = new FoundPictures();
  const [one, two] = [found.keep(png, 'one.png'), found.keep(png, 'two.png')];
  const linked = picture('https://a.example/c.png', 'stays');
  const content = [line('a'), picture(one, 'first'), linked, picture(two, 'second'), line('b')];
  const state = EditorState.create({ doc: schema.node('doc', null, content) });
  const taken: PlacedFile[] = [];
  const tr = takePictures(state, [new FoundPictures(), found], taken);
  expect(tr?.doc.toJSON()).toEqual(
    schema.node('doc', null, [line('a'), linked, line('b')]).toJSON(),
  );
  expect(taken.map(({ name, place }) => [name, place])).toEqual([
    ['one.png', 3],
    ['two.png', 3 + linked.nodeSize],
  ]);

  const src = `/files/${'a'.repeat(64)}.png`;
  const stored = { src, kind: 'image', name: 'one.png', size: 1, type: 'image/png' } as const;
  const back = nodeFor(schema, stored, taken[0]?.picture);
  expect(back.toJSON()).toEqual(picture(src, 'first').toJSON());
  expect(nodeFor(schema, stored, { type: 'heading' }).toJSON()).toEqual(
    schema.node('image', { src }).toJSON(),
  );
});

test('a text that was nothing but a picture keeps an empty line', () => {
  const found = new FoundPictures();
  const src = found.keep(png, 'one.png');
  const doc = schema.node('doc', null, [schema.node('image', { src })]);
  const taken: PlacedFile[] = [];
  const tr = takePictures(EditorState.create({ doc }), [found], taken);
  tr?.doc.check();
  expect(tr?.doc.toJSON()).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  expect(taken[0]?.place).toBe(0);
});

test('of what a paste left behind, looks are not worth a word', () => {
  const losses = [{ kind: 'tableLook', count: 1 } as const, { kind: 'comment', count: 2 } as const];
  expect(missedInPaste(losses)).toEqual([{ kind: 'comment', count: 2 }]);
});
