import type { Person } from '../src/person.ts';
import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, paste } from '../src/writing.ts';

/** What the keys make of a text with the caret behind a word, or at the start of its line. */
async function keys(
  person: Person,
  html: string,
  behind: string,
  pressed: readonly string[],
  expected: string,
): Promise<void> {
  await test.step(`${html} ${pressed.join(' ')}`, async () => {
    await clear(person);
    await paste(person, html);
    await person.goBehind(behind);
    await expect.poll(() => person.beforeCaret()).toContain(behind);
    await person.press(...pressed);
    await expectMarkup([person], expected);
  });
}

test('Backspace and Delete at an edge first lift, then join, and Enter leaves what is empty', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  const item = (text: string) => `<listItem><p>${text}</p></listItem>`;
  const list = '<p>a</p><ul><li>b</li><li>c</li></ul>';
  const rest = `<bulletList>${item('c')}</bulletList>`;
  await keys(ada, list, 'b', ['Home', 'Backspace'], `<p>a</p><p>b</p>${rest}`);
  await keys(ada, list, 'b', ['Home', 'Backspace', 'Backspace'], `<p>ab</p>${rest}`);
  await keys(ada, list, 'a', ['Delete'], `<p>a</p><p>b</p>${rest}`);
  await keys(ada, list, 'a', ['Delete', 'Delete'], `<p>ab</p>${rest}`);
  const quote = '<p>a</p><blockquote><p>b</p></blockquote>';
  await keys(ada, quote, 'b', ['Home', 'Backspace'], '<p>a</p><p>b</p>');
  await keys(ada, quote, 'b', ['Home', 'Backspace', 'Backspace'], '<p>ab</p>');
  const nested = '<ul><li>b<ul><li>c</li></ul></li></ul>';
  const inner = `<listItem><p>b</p><bulletList>${item('c')}</bulletList></listItem>`;
  await keys(
    ada,
    nested,
    'c',
    ['Enter', 'Enter', 'x'],
    `<bulletList>${inner}${item('x')}</bulletList>`,
  );
  await keys(
    ada,
    nested,
    'c',
    ['Enter', 'Enter', 'Enter', 'x'],
    `<bulletList>${inner}</bulletList><p>x</p>`,
  );
  await keys(ada, '<h2>b</h2>', 'b', ['Enter', 'x'], '<heading level=2>b</heading><p>x</p>');
  const table = '<table><tr><td>b</td><td>c</td></tr></table><p>d</p>';
  const cell = (text: string) => `<tableCell><p>${text}</p></tableCell>`;
  const kept = `<table><tableRow>${cell('b')}${cell('c')}</tableRow></table><p>d</p>`;
  await keys(ada, table, 'b', ['Delete'], kept);
  await keys(ada, table, 'c', ['Home', 'Backspace'], kept);
});

test('what is typed behind a link is no link, and the arrow key leads out of code', async ({
  document,
  ada,
}) => {
  await openFor(document, ada);
  const link = '<link href=https://example.org/>b</link>';
  await keys(ada, '<p><a href="https://example.org/">b</a></p>', 'b', ['c'], `<p>${link}c</p>`);
  await keys(
    ada,
    '<p><code>b</code></p>',
    'b',
    ['c', 'ArrowRight', 'd'],
    '<p><code>bc</code>d</p>',
  );
  await keys(
    ada,
    '<p><code>b</code></p>',
    'b',
    ['ArrowRight', 'ArrowLeft', 'c'],
    '<p><code>bc</code></p>',
  );
});

test('Tab and Shift-Tab move all selected items of a list, and a list keeps the number it starts with', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  const item = (text: string) => `<listItem><p>${text}</p></listItem>`;
  const list = (...items: string[]) => `<orderedList start=4>${items.join('')}</orderedList>`;
  await paste(ada, '<ol start="4"><li>a</li><li>b</li><li>c</li></ol>');
  await expect.poll(() => ada.text()).toContain('c');
  await ada.goBehind('b');
  await ada.press('Shift+ArrowDown', 'Tab');
  const inner = `<listItem><p>a</p><orderedList>${item('b')}${item('c')}</orderedList></listItem>`;
  await expectMarkup([ada, bo], list(inner));
  await ada.press('Shift+Tab');
  await expectMarkup([ada, bo], list(item('a'), item('b'), item('c')));
  await ada.goBehind('a');
  await bo.goBehind('c');
  await Promise.all([ada.press('Enter', 'x'), bo.press('Enter', 'y')]);
  await expectMarkup([ada, bo], list(...['a', 'x', 'b', 'c', 'y'].map(item)));
});

test('what a spelling checker puts in the place of a word is there for all, and undone by itself', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('I saw teh cat');
  await ada.content.evaluate((content) => {
    const text = content.querySelector('p')?.firstChild;
    if (!text) throw new Error('Nothing is written.');
    const range = new StaticRange({
      startContainer: text,
      startOffset: 6,
      endContainer: text,
      endOffset: 9,
    });
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'the');
    const event = new InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      dataTransfer,
      targetRanges: [range],
      bubbles: true,
      cancelable: true,
    });
    if (!content.dispatchEvent(event)) return;
    // As the browser would go on.
    const selection = getSelection();
    selection?.setBaseAndExtent(text, 6, text, 9);
    window.document.execCommand('insertText', false, 'the');
  });
  await expect.poll(() => bo.text()).toBe('I saw the cat');
  await ada.press('Control+z');
  await expect.poll(() => bo.text()).toBe('I saw teh cat');
});

test('what others write moves neither the caret nor a selection, and a deleted picture comes back', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await paste(
    ada,
    '<p>one two three</p><img src="https://example.org/a.png" alt="A cat"><p>end</p>',
  );
  await expect(bo.content.getByRole('img', { name: 'A cat' })).toHaveCount(1);
  await ada.select('two');
  await bo.goBehind('one');
  await bo.type(' and a half');
  await expect.poll(() => ada.text()).toContain('one and a half two');
  await ada.type('2');
  await expect.poll(() => bo.text()).toContain('one and a half 2 three');

  await ada.content.getByRole('img', { name: 'A cat' }).click();
  await ada.press('Delete');
  await expect(bo.content.getByRole('img', { name: 'A cat' })).toHaveCount(0);
  await bo.goBehind('end');
  await bo.type('!');
  await expect.poll(() => ada.text()).toContain('end!');
  await ada.press('Control+z');
  for (const person of [ada, bo])
    await expect(person.content.getByRole('img', { name: 'A cat' })).toHaveCount(1);
  await expect.poll(() => bo.text()).toContain('end!');
});
