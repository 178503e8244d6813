export { markdownOf } from './markdown/markdown-of.ts';
export { readMarkdown, takeTitle, type MarkdownDocument } from './markdown/read-markdown.ts';
export { titleHeading, writeMarkdown } from './markdown/write-markdown.ts';
export type { Carried, Loss, LossKind } from './transfer/losses.ts';
export { documentNode, documentOfBlocks } from './transfer/document-node.ts';
export { fillDocument } from './transfer/fill-document.ts';
