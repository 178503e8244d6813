import { Copy, FileCode2, FileText, FileType2, Import, Printer } from 'lucide-react';

import type { Provider } from '@indelible/provider';

import { MenuItem, MenuLine } from '../ui/menu.tsx';
import { useWords } from '../words/use-words.ts';
import { chooseFiles } from './choose-files.ts';
import type { Format } from './export.ts';

/** The ways out of a document, and the way in. */
export function TransferItems({ provider }: { provider: Provider }) {
  const { transfer } = useWords();
  const write = (format: Format) => () =>
    void import('./export.ts').then(({ exportDocument }) => exportDocument(provider, format));
  const copy = (): void =>
    void import('./export.ts').then(({ copyAsMarkdown }) => copyAsMarkdown(provider));
  return (
    <>
      <div aria-hidden className="px-2.5 pt-1.5 pb-0.5 text-[0.8125rem] text-muted">
        {transfer.exportAs}
      </div>
      <MenuItem icon={<FileText size={16} aria-hidden />} onSelect={write('markdown')}>
        {transfer.markdown}
      </MenuItem>
      <MenuItem icon={<FileCode2 size={16} aria-hidden />} onSelect={write('html')}>
        {transfer.html}
      </MenuItem>
      <MenuItem icon={<FileType2 size={16} aria-hidden />} onSelect={write('docx')}>
        {transfer.docx}
      </MenuItem>
      <MenuItem icon={<Printer size={16} aria-hidden />} onSelect={printSoon}>
        {transfer.print}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Copy size={16} aria-hidden />} onSelect={copy}>
        {transfer.copyMarkdown}
      </MenuItem>
      <MenuItem icon={<Import size={16} aria-hidden />} onSelect={chooseFiles}>
        {transfer.importFile}
      </MenuItem>
      <MenuLine />
    </>
  );
}

/** After the menu has gone. */
function printSoon(): void {
  requestAnimationFrame(() => print());
}
