import { readWords } from '../src/reader.ts';
import { untilAppIsKept } from '../src/start.ts';
import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

test.use({ serviceWorkers: 'allow' });

const inList = (text: string) => `<bulletList><listItem><p>${text}</p></listItem></bulletList>`;

testWithServer(
  'words typed off line in a paragraph are in the list that another has made of it',
  async ({ server, document, ada, bo }) => {
    await openFor(document, ada, bo);
    await ada.insert('green black');
    await expectMarkup([bo], '<p>green black</p>');
    await ada.saved();
    await ada.line.cut();
    await ada.goBehind('green');
    await ada.type(' and');
    await bo.goBehind('green');
    await bo.press('Control+Shift+8');
    await bo.saved();

    await ada.line.restore();
    await expectMarkup([ada, bo], inList('green and black'));
    // Her caret has gone along.
    await ada.type(' not');
    await expectMarkup([ada, bo], inList('green and not black'));
    await Promise.all([ada.saved(), bo.saved()]);
    await expect.poll(() => readWords(server, document)).toBe('green and not black');
  },
);

test('words typed off line are there also if the page was loaded again before it came back', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.insert('green black');
  await expectMarkup([bo], '<p>green black</p>');
  await ada.saved();
  await untilAppIsKept(ada.page);
  await ada.line.cut();
  await ada.goBehind('green');
  await ada.type(' and');
  await ada.keptHere();
  await ada.reload();
  await bo.goBehind('green');
  await bo.press('Control+Shift+8');
  await bo.saved();

  await ada.line.restore();
  await expectMarkup([ada, bo], inList('green and black'));
});

test('two who cut a paragraph at the same moment and place cut it once', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.insert('green black');
  await expectMarkup([bo], '<p>green black</p>');
  await ada.goBehind('green');
  await bo.goBehind('green');
  await ada.line.hold();
  await bo.line.hold();
  await ada.press('Enter');
  await bo.press('Enter');
  ada.line.release();
  bo.line.release();
  await expectMarkup([ada, bo], '<p>green</p><p> black</p>');
});
