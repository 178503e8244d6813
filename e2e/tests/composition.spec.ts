import { expect, test } from '../src/test.ts';
import { openFor } from '../src/writing.ts';

test('what an input method composes is not disturbed by somebody else in the same paragraph', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('Tea ');
  await bo.content.click();
  await bo.press('Home');
  const session = await ada.page.context().newCDPSession(ada.page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await ada.content.click();
  await ada.press('End');
  await compose('n');
  await compose('ni');
  await bo.type('Milk and ');
  await bo.saved();
  // Drawing anything around it would be a chance for browsers to commit half of it.
  expect(await ada.text()).toBe('Tea ni');
  await compose('ni hao');
  await session.send('Input.insertText', { text: '你好' });
  for (const person of [ada, bo]) {
    await expect.poll(() => person.text()).toBe('Milk and Tea 你好');
  }
  await ada.saved();
});
