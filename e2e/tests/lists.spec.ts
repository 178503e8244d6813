import { expect, test } from '../src/test.ts';
import { clear, expectMarkup, openFor, tool } from '../src/writing.ts';

const item = (text: string) => `<listItem><p>${text}</p></listItem>`;
const task = (text: string, checked = false) =>
  `<taskItem checked=${checked}><p>${text}</p></taskItem>`;

const lists = [
  { label: 'Bulleted list', keys: 'Control+Shift+8', markdown: '- ', list: 'bulletList', item },
  { label: 'Numbered list', keys: 'Control+Shift+7', markdown: '1. ', list: 'orderedList', item },
  { label: 'Task list', keys: 'Control+Shift+9', markdown: '[ ] ', list: 'taskList', item: task },
] as const;

test('every kind of list comes and goes by button and keys, and comes by Markdown', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  for (const { label, keys, markdown, list, item: drawn } of lists) {
    const inList = (...inside: readonly string[]) => `<${list}>${inside.join('')}</${list}>`;
    await test.step(label, async () => {
      await clear(ada);
      await ada.type('one');

      await tool(ada, label).click();
      await expectMarkup([ada, bo], inList(drawn('one')));
      await expect(tool(ada, label)).toHaveAttribute('aria-pressed', 'true');
      await ada.press('Enter');
      await ada.type('two');
      await expectMarkup([ada, bo], inList(drawn('one'), drawn('two')));

      await ada.press('Control+a', keys);
      await expectMarkup([ada, bo], '<p>one</p><p>two</p>');
      await clear(ada);
      await ada.type(`${markdown}three`);
      await ada.press('Enter', 'Enter');
      await ada.type('after');
      await expectMarkup([ada, bo], `${inList(drawn('three'))}<p>after</p>`);
      await ada.saved();
      await ada.reload();
      await expectMarkup([ada], `${inList(drawn('three'))}<p>after</p>`);
    });
  }
});

test('Tab nests a list item and Shift-Tab brings it back, and neither leaves the text', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('- one');
  // Nothing to nest under: the key does nothing, and above all it does not leave.
  await ada.press('Tab');
  await expect(ada.content).toBeFocused();
  await ada.press('Enter');
  await ada.type('two');
  await ada.press('Tab');
  await expectMarkup(
    [ada, bo],
    `<bulletList><listItem><p>one</p><bulletList>${item('two')}</bulletList></listItem></bulletList>`,
  );
  await ada.press('Shift+Tab');
  await expectMarkup([ada, bo], `<bulletList>${item('one')}${item('two')}</bulletList>`);
  await expect(ada.content).toBeFocused();
});

test('tasks nest as well', async ({ document, ada, bo }) => {
  await openFor(document, ada, bo);
  await ada.type('[ ] one');
  await ada.press('Enter');
  await ada.type('two');
  await ada.press('Tab');
  await expectMarkup(
    [ada, bo],
    `<taskList><taskItem checked=false><p>one</p><taskList>${task('two')}</taskList></taskItem></taskList>`,
  );
});

test('a task that one person ticks is ticked for the other, who can take it back', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('[ ] bring cake');

  await bo.page.getByRole('checkbox', { name: 'To do: bring cake' }).click();
  await expect(ada.page.getByRole('checkbox', { name: 'Done: bring cake' })).toBeChecked();
  await expectMarkup([ada, bo], `<taskList>${task('bring cake', true)}</taskList>`);

  await ada.page.getByRole('checkbox').focus();
  await ada.page.keyboard.press('Space');
  await expect(bo.page.getByRole('checkbox', { name: 'To do: bring cake' })).not.toBeChecked();
  await expectMarkup([ada, bo], `<taskList>${task('bring cake')}</taskList>`);
});

test('a numbered list begins where one says, and an empty item leaves it step by step', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('3. three');
  await ada.press('Enter');
  await ada.type('four');
  await ada.press('Enter', 'Tab');
  await ada.type('inner');
  const inner = `<listItem><p>four</p><orderedList>${item('inner')}</orderedList></listItem>`;
  await expectMarkup([ada, bo], `<orderedList start=3>${item('three')}${inner}</orderedList>`);

  await ada.press('Enter', 'Enter');
  await ada.type('five');
  await ada.press('Enter', 'Enter');
  await ada.type('after');
  await expectMarkup(
    [ada, bo],
    `<orderedList start=3>${item('three')}${inner}${item('five')}</orderedList><p>after</p>`,
  );
});
