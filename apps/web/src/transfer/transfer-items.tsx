import { Copy, FileCode2, FileText, FileType2, Import, Printer } from 'lucide-react';

import type { Provider } from '@indelible/provider';

import { MenuItem, MenuLine } from '../ui/menu.tsx';
import { useWords } from '../words/use-words.ts';
import { transfersOf } from './transfers.ts';

/** The ways out of a document, and the way in. */
export function TransferItems({ provider }: { provider: Provider }) {
  const { transfer } = useWords();
  const { markdown, html, docx, print, copyMarkdown, importFile } = transfersOf(provider);
  return (
    <>
      <div aria-hidden className="px-2.5 pt-1.5 pb-0.5 text-[0.8125rem] text-muted">
        {transfer.exportAs}
      </div>
      <MenuItem icon={<FileText size={16} aria-hidden />} onSelect={markdown}>
        {transfer.markdown}
      </MenuItem>
      <MenuItem icon={<FileCode2 size={16} aria-hidden />} onSelect={html}>
        {transfer.html}
      </MenuItem>
      <MenuItem icon={<FileType2 size={16} aria-hidden />} onSelect={docx}>
        {transfer.docx}
      </MenuItem>
      <MenuItem icon={<Printer size={16} aria-hidden />} onSelect={print}>
        {transfer.print}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Copy size={16} aria-hidden />} onSelect={copyMarkdown}>
        {transfer.copyMarkdown}
      </MenuItem>
      <MenuItem icon={<Import size={16} aria-hidden />} onSelect={importFile}>
        {transfer.importFile}
      </MenuItem>
      <MenuLine />
    </>
  );
}
