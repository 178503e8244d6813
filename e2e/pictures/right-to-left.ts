import { mixed } from '../src/sample-right-to-left.ts';
import { test } from '../src/test.ts';
import { paste } from '../src/writing.ts';
import { shot } from './shot.ts';

test('a document from right to left', async ({ document, ada, bo }) => {
  await ada.open(document);
  await ada.title.fill(mixed.title);
  await paste(ada, mixed.html);
  await ada.saved();
  await bo.open(document);
  await bo.select('ما عدا');
  await ada.content.getByText('الدرج').click();
  await shot(ada, 'right-to-left');
});
