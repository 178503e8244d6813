/** A language that can be highlighted, by its name in the document. */
export interface Language {
  readonly id: string;
  /** Its proper name, the same in every language people speak. */
  readonly label: string;
}

/** What highlighting knows, by the names that people look for. */
export const languages: readonly Language[] = [
  { id: 'arduino', label: 'Arduino' },
  { id: 'bash', label: 'Bash' },
  { id: 'c', label: 'C' },
  { id: 'csharp', label: 'C#' },
  { id: 'cpp', label: 'C++' },
  { id: 'css', label: 'CSS' },
  { id: 'diff', label: 'Diff' },
  { id: 'go', label: 'Go' },
  { id: 'graphql', label: 'GraphQL' },
  { id: 'xml', label: 'HTML, XML' },
  { id: 'ini', label: 'INI, TOML' },
  { id: 'java', label: 'Java' },
  { id: 'javascript', label: 'JavaScript' },
  { id: 'json', label: 'JSON' },
  { id: 'kotlin', label: 'Kotlin' },
  { id: 'less', label: 'Less' },
  { id: 'lua', label: 'Lua' },
  { id: 'makefile', label: 'Makefile' },
  { id: 'markdown', label: 'Markdown' },
  { id: 'objectivec', label: 'Objective-C' },
  { id: 'perl', label: 'Perl' },
  { id: 'php', label: 'PHP' },
  { id: 'python', label: 'Python' },
  { id: 'r', label: 'R' },
  { id: 'ruby', label: 'Ruby' },
  { id: 'rust', label: 'Rust' },
  { id: 'scss', label: 'SCSS' },
  { id: 'shell', label: 'Shell session' },
  { id: 'sql', label: 'SQL' },
  { id: 'swift', label: 'Swift' },
  { id: 'typescript', label: 'TypeScript' },
  { id: 'vbnet', label: 'Visual Basic' },
  { id: 'wasm', label: 'WebAssembly' },
  { id: 'yaml', label: 'YAML' },
];

/** Names that people write after a fence. */
const ALIASES: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cjs: 'javascript',
  console: 'shell',
  cs: 'csharp',
  cxx: 'cpp',
  golang: 'go',
  gql: 'graphql',
  h: 'c',
  hpp: 'cpp',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  mts: 'typescript',
  objc: 'objectivec',
  patch: 'diff',
  pl: 'perl',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  svg: 'xml',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  vb: 'vbnet',
  wat: 'wasm',
  yml: 'yaml',
  zsh: 'bash',
};

const known: ReadonlySet<string> = new Set(languages.map(({ id }) => id));

/** The id under which highlighting knows what a document calls a language; null if it doesn't. */
export function knownLanguage(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const lower = name.trim().toLowerCase();
  if (known.has(lower)) return lower;
  // An object has more names than were put into it.
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? null) : null;
}
