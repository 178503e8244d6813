export * from './uploads/upload-file.ts';
export type { Library } from './mentions/library.ts';
export type { Person } from './people/person.ts';
export { DocumentEditor } from './page/document-editor.tsx';
export { PeopleHere } from './people/people-here.tsx';
export { personColors } from './people/person-colors.ts';
export { showBlock } from './binding/show-block.ts';
