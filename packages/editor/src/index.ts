export { DocumentEditor } from './document-editor.tsx';
export { personColors } from './person-colors.ts';
export { PeopleHere } from './people-here.tsx';
export type { Person } from './person.ts';
