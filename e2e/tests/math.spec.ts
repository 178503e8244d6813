import { expect, test } from '../src/test.ts';
import { expectMarkup, openFor } from '../src/writing.ts';

test('a formula is typed between dollar signs, set, changed in place, and taken away', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('It costs $5 or $6. So $x^2$ ');
  await ada.type('it is');
  const line = (latex: string) => `<p>It costs $5 or $6. So <inlineMath latex=${latex}/> it is</p>`;
  await expectMarkup([ada, bo], line('x^2'));
  const formula = (person: typeof ada) => person.content.getByRole('group', { name: 'Formula' });
  await expect(formula(ada).locator('.katex')).toBeVisible();
  await expect(formula(bo).locator('math')).toContainText('x');

  await formula(ada).click();
  const form = ada.page.getByRole('dialog', { name: 'Formula in the line' });
  const source = form.getByRole('textbox', { name: 'Formula in LaTeX' });
  await expect(source).toHaveValue('x^2');
  await source.fill('\\frac{x}{');
  await expect(form).toContainText('This can’t be read yet');
  await source.fill('\\frac{x}{2}');
  await expect(form).not.toContainText('This can’t be read yet');
  await expect(form.locator('.katex')).toContainText('2');
  await source.press('Enter');
  await expect(ada.content).toBeFocused();
  await expectMarkup([ada, bo], line('\\frac{x}{2}'));

  // By keys: the arrow selects it, Enter opens it, Escape leaves it as it is.
  await ada.press('ArrowLeft', 'Enter');
  await expect(source).toBeFocused();
  await source.press('Escape');
  await expect(ada.content).toBeFocused();
  await ada.press('Backspace');
  await expectMarkup([ada, bo], '<p>It costs $5 or $6. So  it is</p>');
});

test('a formula on its own line is asked for, or written between two dollar signs each', async ({
  document,
  ada,
  bo,
}) => {
  await openFor(document, ada, bo);
  await ada.type('$$');
  await ada.press('Enter');
  const source = ada.page.getByRole('textbox', { name: 'Formula in LaTeX' });
  await source.fill('\\sum_{i=1}^n i');
  await source.press('Enter');
  await expectMarkup([ada, bo], '<blockMath latex=\\sum_{i=1}^n i/><p/>');
  await ada.type('$$e = mc^2$$');
  await ada.press('Enter');
  await ada.type('after');
  await expectMarkup(
    [ada, bo],
    '<blockMath latex=\\sum_{i=1}^n i/><blockMath latex=e = mc^2/><p>after</p>',
  );
  await expect(bo.content.locator('.katex-display')).toHaveCount(2);
});
