export { readDocx, type KeepPicture } from './docx/read-docx.ts';
export { writeDocx, type DocxOptions } from './docx/write-docx.ts';
