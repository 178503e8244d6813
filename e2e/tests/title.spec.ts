import { test as testWithServer } from '../src/test-with-server.ts';
import { expect, test } from '../src/test.ts';

testWithServer(
  'a title that one types appears in the list of the other',
  async ({ server, document, ada, bo }) => {
    await ada.open(document);
    await bo.page.goto(server.url);
    const { pathname } = new URL(document);
    const row = bo.page.locator(`a[href="${pathname}"]`);
    await expect(row).toContainText('Untitled');

    await ada.title.fill('A walk in the rain');

    await expect(row).toContainText('A walk in the rain');
  },
);

test('a title that two people type at once is the same for both, with what each typed', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  await ada.title.pressSequentially('Rain');
  await expect(bo.title).toHaveValue('Rain');
  await ada.saved();
  await bo.title.press('End');
  await ada.title.press('Home');
  for (const { line } of [ada, bo]) await line.hold();

  await Promise.all([ada.title.pressSequentially('More '), bo.title.pressSequentially(' again')]);
  for (const { line } of [ada, bo]) line.release();

  await expect(ada.title).toHaveValue('More Rain again');
  await expect(bo.title).toHaveValue('More Rain again');
  await Promise.all([ada.saved(), bo.saved()]);
});

test('a title that two people type at one place stays whole for each', async ({
  document,
  ada,
  bo,
}) => {
  await Promise.all([ada.open(document), bo.open(document)]);
  for (const { line } of [ada, bo]) await line.hold();

  await Promise.all([ada.title.pressSequentially('Rain'), bo.title.pressSequentially('Snow')]);
  for (const { line } of [ada, bo]) line.release();

  await expect(ada.title).toHaveValue(/^(RainSnow|SnowRain)$/);
  await expect(bo.title).toHaveValue(await ada.title.inputValue());
});
