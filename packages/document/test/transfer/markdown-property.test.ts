// @vitest-environment jsdom
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readMarkdown, writeMarkdown } from '../../src/markdown.ts';
import { anyDocument, documentOf } from './generated-documents.ts';

test('what is written as Markdown reads as the same document, but for widths that were reported as lost', () => {
  fc.assert(
    fc.property(anyDocument, (json) => {
      const document = documentOf(json);
      const { result, losses } = writeMarkdown(document);
      const withoutWidths = losses.some(({ kind }) => kind === 'columnWidth');
      const said = (text: string): string =>
        withoutWidths ? text.replaceAll('"colwidth":[120]', '"colwidth":null') : text;
      const read = readMarkdown(result).result.content;
      read.check();
      expect(said(JSON.stringify(read)), result).toBe(said(JSON.stringify(document)));
    }),
    { numRuns: 60 },
  );
});
