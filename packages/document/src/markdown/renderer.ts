import type { Renderer, StateCore, Token } from 'markdown-it';

import { escapeAttribute, escapeText } from '../html/escape-html.ts';
import { openTag } from '../html/render.ts';
import { makeParser } from './parser.ts';

/** What turns Markdown into the HTML that `cleanHtml` and the schema read. */
export function makeRenderer(): (markdown: string) => string {
  const parser = makeParser();
  parser.core.ruler.push('tasks', readTasks);
  parser.core.ruler.push('alerts', readAlerts);
  parser.core.ruler.push('contents', readContents);
  Object.assign(parser.renderer.rules, rules);
  return (markdown) => parser.render(markdown);
}

const rules: Renderer['rules'] = {
  // Nothing that stands between blocks or inside code is added: spaces are taken as they are.
  text: (tokens, at) => keepSpaces(tokens[at]?.content ?? ''),
  code_inline: (tokens, at) => `<code>${keepSpaces(tokens[at]?.content ?? '')}</code>`,
  formula: (tokens, at) => `${openTag('span', { 'data-latex': tokens[at]?.content })}</span>`,
  formula_block: (tokens, at) => `${openTag('div', { 'data-latex': tokens[at]?.content })}</div>`,
  fence: (tokens, at) => code(tokens[at]),
  code_block: (tokens, at) => code(tokens[at]),
  hardbreak: () => '<br>',
  softbreak: () => ' ',
};

/** HTML would make one space of several. */
function keepSpaces(text: string): string {
  return escapeText(text).replaceAll(
    /[ \t]{2,}|\t/g,
    (spaces) => `<span data-spaces="">${spaces}</span>`,
  );
}

function code(token: Token | undefined): string {
  const [language = '', ...others] = (token?.info ?? '').trim().split(/\s+/);
  const wrap = others.includes('wrap');
  const isNamed = language !== '' && !(wrap && language === 'text');
  const name = isNamed ? ` class="language-${escapeAttribute(language)}"` : '';
  const text = escapeText(token?.content.replace(/\n$/, '') ?? '');
  return `<pre${wrap ? ' data-wrap=""' : ''}><code${name}>${text.replaceAll('\n', '&#10;')}</code></pre>`;
}

/** `- [ ]` and `- [x]`. */
function readTasks({ tokens, Token }: StateCore): void {
  for (const [at, token] of tokens.entries()) {
    const children = token.children;
    const isFirst = tokens[at - 2]?.type === 'list_item_open';
    const written = /^\[([ xX])\](?:\s+|$)/.exec(token.content);
    const first = children?.[0];
    if (token.type !== 'inline' || !isFirst || written === null || first === undefined) continue;
    first.content = first.content.slice(written[0].length);
    const box = new Token('html_inline', '', 0);
    box.content = `<input type="checkbox"${written[1] === ' ' ? '' : ' checked=""'}>`;
    children?.unshift(box);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  important: 'note',
  abstract: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  warning: 'warning',
  attention: 'warning',
  caution: 'danger',
  danger: 'danger',
  error: 'danger',
};

/** `> [!NOTE]`, as GitHub and Obsidian write what is set apart. */
function readAlerts({ tokens, md, env }: StateCore): void {
  for (const [at, token] of tokens.entries()) {
    const line = tokens[at + 2];
    const written = /^\[!(\w+)\][+-]?[ \t]*(?:\n|$)/.exec(line?.content ?? '');
    if (token.type !== 'blockquote_open' || line?.type !== 'inline' || written === null) continue;
    token.tag = 'aside';
    token.attrSet('data-callout', KINDS[(written[1] ?? '').toLowerCase()] ?? 'note');
    const end = tokens.find(
      ({ type, level }, index) =>
        index > at && type === 'blockquote_close' && level === token.level,
    );
    if (end !== undefined) end.tag = 'aside';
    line.content = line.content.slice(written[0].length);
    line.children = md.parseInline(line.content, env)[0]?.children ?? [];
    if (line.content === '') hideParagraph(tokens, at + 1);
  }
}

function hideParagraph(tokens: Token[], at: number): void {
  for (const token of [tokens[at], tokens[at + 2]]) if (token !== undefined) token.hidden = true;
}

const CONTENTS = /^(?:\[TOC\]|\[\[_?TOC_?\]\])$/i;

function readContents({ tokens }: StateCore): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'inline' || !CONTENTS.test(token.content.trim())) continue;
    hideParagraph(tokens, at - 1);
    token.type = 'html_block';
    token.content = '<nav data-table-of-contents=""></nav>';
    token.children = null;
  }
}
