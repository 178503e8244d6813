export { cleanPaste, readForeignHtml } from './paste/clean-paste.ts';
export { FoundPictures } from './transfer/found-pictures.ts';
