import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, tool, toolbar, turnInto } from '../src/writing.ts';

const heading = (level: number) => ({
  kind: `Heading ${level}`,
  keys: `Control+Alt+${level}`,
  markdown: `${'#'.repeat(level)} `,
  written: `<heading level=${level}>word</heading>`,
});

const kinds = [
  ...[1, 2, 3, 4].map(heading),
  {
    kind: 'Quote',
    keys: 'Control+Shift+b',
    markdown: '> ',
    written: '<blockquote><p>word</p></blockquote>',
  },
  {
    kind: 'Code block',
    keys: 'Control+Alt+c',
    markdown: '``` ',
    written: '<codeBlock>word</codeBlock>',
  },
] as const;

test('a paragraph becomes every kind of text by menu, keys and Markdown, and a paragraph again', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  for (const { kind, keys, markdown, written } of kinds) {
    await test.step(kind, async () => {
      await clear(ada);
      await ada.type('word');

      await turnInto(ada, kind);
      await expectMarkup([ada, bo], written);
      const button = toolbar(ada).getByRole('button', { name: `Kind of text: ${kind}` });
      await expect(button).toBeVisible();
      await turnInto(ada, 'Text');
      await expectMarkup([ada, bo], '<p>word</p>');

      await ada.press(keys);
      await expectMarkup([ada, bo], written);
      await clear(ada);
      await ada.type(`${markdown}word`);
      await expectMarkup([ada, bo], written);
      await ada.saved();
      await ada.reload();
      await expectMarkup([ada], written);
    });
  }
});

test('a fence with a language makes a code block in that language, in which Tab indents', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('```rust fn main() {');
  await ada.press('Enter', 'Tab');
  await ada.type('**not bold**');
  await expectMarkup([ada, bo], '<codeBlock language=rust>fn main() {\n  **not bold**</codeBlock>');
  await expect(ada.content).toBeFocused();
});

test('a divider comes by button and by Markdown, with room to write after it', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('above');
  await ada.press('Enter');
  await ada.type('---');
  await ada.type('between');
  await ada.press('Enter');
  await tool(ada, 'Divider').click();
  await ada.type('below');
  await expectMarkup(
    [ada, bo],
    '<p>above</p><horizontalRule/><p>between</p><horizontalRule/><p>below</p>',
  );
});

test('a divider is selected by arrow keys, and deleted by Backspace and Delete', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('above');
  await ada.press('Enter');
  await ada.type('---below');
  const divided = '<p>above</p><horizontalRule/><p>below</p>';
  await expectMarkup([ada, bo], divided);
  const selected = ada.content.locator('hr.ProseMirror-selectednode');

  await ada.press('Home', 'ArrowUp');
  await expect(selected).toBeVisible();
  await ada.press('Delete');
  await expectMarkup([ada, bo], '<p>above</p><p>below</p>');
  await ada.press('Control+z');
  await expectMarkup([ada, bo], divided);

  await ada.goBehind('above');
  await ada.press('ArrowRight');
  await expect(selected).toBeVisible();
  await ada.press('Backspace');
  await expectMarkup([ada, bo], '<p>above</p><p>below</p>');
});

test('a page invites to write while it is empty, and only then', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  const invitation = (person: typeof ada) =>
    person.content.evaluate((content) => {
      const first = content.firstElementChild;
      return first === null ? '' : getComputedStyle(first, '::before').content;
    });
  await expect.poll(() => invitation(bo)).toContain('Write, or type / for blocks');

  await ada.type('w');
  await expect.poll(() => invitation(bo)).toBe('none');
  await ada.press('Enter', 'Enter');
  await expectMarkup([bo], '<p>w</p><p/><p/>');
  // Where the caret is, an empty line says how to get more than words.
  for (const [person, ownLine] of [
    [ada, '"/ for blocks"'],
    [bo, 'none'],
  ] as const) {
    const drawn = await person.content.evaluate((content) =>
      [...content.children].map((block) => getComputedStyle(block, '::before').content),
    );
    expect(drawn).toEqual(['none', 'none', ownLine]);
  }

  await ada.press('Control+a', 'Backspace');
  await expect.poll(() => invitation(bo)).toContain('Write, or type / for blocks');
});
