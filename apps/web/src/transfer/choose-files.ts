import { documentAddress } from '../pages/addresses.ts';
import { go } from '../pages/go.ts';

/** What files may be chosen. */
const IMPORTABLE = '.md,.markdown,.txt,.html,.htm,.docx';

/** Asks for files, makes a document of each and opens the last. */
export function chooseFiles(): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  field.accept = IMPORTABLE;
  field.addEventListener('change', () => void importAndOpen([...(field.files ?? [])]));
  field.click();
}

/** Makes a document of each file and opens the last. */
export async function importAndOpen(files: readonly File[]): Promise<void> {
  // What reads files is only needed by those who have some.
  const { importFiles } = await import('./import-file.ts');
  const id = await importFiles(files);
  if (id !== null) await go(documentAddress(id));
}
