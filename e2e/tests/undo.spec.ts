import { expect, test } from '../src/test.ts';

test('undo takes back only one’s own words and puts the caret back where it was', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await bo.insert('The cat sat on the mat.');
  await expect.poll(() => ada.text()).toBe('The cat sat on the mat.');
  await ada.goBehind('The ');
  await ada.insert('black ');
  await bo.goBehind('black');
  await bo.insert('ish');
  await bo.press('Home');
  await bo.insert('Look: ');
  await expect.poll(() => ada.text()).toBe('Look: The blackish cat sat on the mat.');
  await ada.press('Control+End');

  await ada.press('Control+z');

  await expect.poll(() => bo.text()).toBe('Look: The ishcat sat on the mat.');
  expect(await ada.text()).toBe('Look: The ishcat sat on the mat.');
  expect(await ada.beforeCaret()).toBe('Look: The ');

  await ada.press('Control+Shift+z');
  await expect.poll(() => bo.text()).toBe('Look: The blackish cat sat on the mat.');
  await Promise.all([ada.saved(), bo.saved()]);
});

test('undo brings back what one deleted, with what the other wrote beside it meanwhile', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await bo.insert('one two three');
  await expect.poll(() => ada.text()).toBe('one two three');
  await ada.select('two ');
  await ada.press('Delete');
  await expect.poll(() => bo.text()).toBe('one three');
  await bo.press('Control+End');
  await bo.insert(' four');
  await expect.poll(() => ada.text()).toBe('one three four');

  await ada.press('Control+z');

  await expect.poll(() => bo.text()).toBe('one two three four');
});

test('undo of formatting leaves the words of the other alone', async ({ document, ada, bo }) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await bo.insert('plain words');
  await expect.poll(() => ada.text()).toBe('plain words');
  await ada.select('plain');
  await ada.press('Control+b');
  await expect.poll(() => bo.html()).toBe('<p><strong>plain</strong> words</p>');
  await bo.press('Control+End');
  await bo.insert(' and more');
  await expect.poll(() => ada.text()).toBe('plain words and more');

  await ada.press('Control+z');
  await expect.poll(() => bo.html()).toBe('<p>plain words and more</p>');

  await ada.press('Control+Shift+z');
  await expect.poll(() => bo.html()).toBe('<p><strong>plain</strong> words and more</p>');
});

test('undo goes back through title and text in the order in which they were typed', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.title.focus();
  await ada.page.keyboard.insertText('A title');
  await ada.insert('A text');
  await expect.poll(() => bo.text()).toBe('A text');
  await expect(bo.title).toHaveValue('A title');

  await ada.press('Control+z');
  await expect.poll(() => bo.text()).toBe('');
  await expect(bo.title).toHaveValue('A title');

  await ada.press('Control+z');
  await expect(bo.title).toHaveValue('');
  await expect(ada.title).toBeFocused();

  await ada.title.press('Control+Shift+z');
  await expect(bo.title).toHaveValue('A title');
  await ada.title.press('Control+Shift+z');
  await expect.poll(() => bo.text()).toBe('A text');
});

test('two people who undo at once each take back their own', async ({ document, ada, bo }) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.insert('base');
  await expect.poll(() => bo.text()).toBe('base');
  await ada.reload();
  await ada.goBehind('base');
  await ada.insert(' Ada');
  await expect.poll(() => bo.text()).toBe('base Ada');
  await bo.goBehind('base');
  await bo.insert(' Bo');
  await expect.poll(() => ada.text()).toBe('base Bo Ada');
  for (const { line } of [ada, bo]) await line.hold();

  await Promise.all([ada.press('Control+z'), bo.press('Control+z')]);
  for (const { line } of [ada, bo]) line.release();

  for (const person of [ada, bo]) {
    await expect.poll(() => person.text()).toBe('base');
    await person.saved();
  }
});
