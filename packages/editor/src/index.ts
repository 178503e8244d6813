export type { Library } from './mentions/library.ts';
export { DocumentEditor } from './page/document-editor.tsx';
export { personColors } from './people/person-colors.ts';
export { PeopleHere } from './people/people-here.tsx';
export type { Person } from './people/person.ts';
export * from './uploads/upload-file.ts';
