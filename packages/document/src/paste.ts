export { cleanPaste, readForeignHtml } from './paste/clean-paste.ts';
