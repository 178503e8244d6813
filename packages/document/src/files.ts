export type { FoundPicture, FoundPictures } from './transfer/found-pictures.ts';
export { readFile, type ReadFile } from './transfer/read-file.ts';
export { joinLosses, type Loss } from './transfer/losses.ts';
