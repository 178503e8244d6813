export { readHtml } from './html/read-html.ts';
export { writeHtmlPage, type PageOptions } from './html/write-page.ts';
