/**
 * Who may import whom: a package's folder name, and the folder names it may import. `store-*` and
 * `bus-*` stand for every package whose name begins so. What is not listed imports nothing of ours.
 */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  document: [],
  sync: ['protocol'],
  store: ['protocol'],
  bus: ['protocol'],
  rooms: ['sync', 'store', 'bus', 'protocol'],
  'store-*': ['store', 'protocol'],
  'bus-*': ['bus', 'protocol'],
  provider: ['protocol'],
  editor: ['document', 'provider', 'protocol'],
  gateway: ['rooms', 'protocol'],
  monitor: ['gateway', 'rooms', 'protocol'],
  server: [
    'gateway',
    'monitor',
    'rooms',
    'store',
    'store-*',
    'bus',
    'bus-*',
    'document',
    'protocol',
  ],
  'sync-server': ['gateway', 'monitor', 'rooms', 'store', 'store-*', 'bus', 'bus-*', 'protocol'],
  web: ['editor', 'provider', 'document', 'protocol'],
  bench: ['protocol'],
  e2e: [],
  tooling: [],
};

/** The only paths inside another package that may be named, and by whom. */
export const deepImports: Readonly<Record<string, 'anyone' | 'tests'>> = {
  'document/docx': 'anyone',
  'document/files': 'anyone',
  'document/html': 'anyone',
  'document/markdown': 'anyone',
  'document/paste': 'anyone',
  'document/recognize': 'anyone',
  'document/rescue': 'anyone',
  'document/schema': 'anyone',
  'editor/controls': 'anyone',
  'editor/desk': 'anyone',
  'editor/editor.css': 'anyone',
  'editor/formulas': 'anyone',
  'editor/words': 'anyone',
  'store/contract': 'tests',
};
