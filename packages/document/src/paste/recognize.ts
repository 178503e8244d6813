/** What hardly anybody types but in Markdown. */
const SURE = [
  /^#{2,6} \S/m,
  /^\s*[-*+] \[[ xX]\] \S/m,
  /^(```|~~~)[^\n]*\n[\s\S]*?\n\1\s*$/m,
  /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$/m,
  /!?\[[^\]\n]+\]\((?:https?:\/\/|mailto:)[^)\s]+(?: "[^"\n]*")?\)/,
  /(?:^|\s)\*\*\S(?:[^*\n]*\S)?\*\*(?:[\s.,:;!?]|$)/m,
  /^> \[!\w+\]/m,
];

/** What prose, mail and programs have too; two of these say that it is Markdown. */
const LIKELY = [
  /^# \S.*\n\s*\n/m,
  /^[-*+] \S.*\n(?:\s*\n)?(?: {0,4}[-*+] \S|\s{2,}\S)/m,
  /^1[.)] \S.*\n(?:\s*\n)?2[.)] \S/m,
  /^> \S/m,
  /(?:^|\s)`[^`\n]+`(?:[\s.,:;!?]|$)/m,
  /^(?:-{3,}|\*{3,})$/m,
];

/** Whether plain text is so probably Markdown that it should be pasted as what it means. */
export function looksLikeMarkdown(text: string): boolean {
  if (looksLikeProgram(text)) return false;
  if (SURE.some((sign) => sign.test(text))) return true;
  return LIKELY.filter((sign) => sign.test(text)).length >= 2 || isList(text);
}

/** All lines are items of one list. */
function isList(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length >= 2 && lines.every((line) => /^\s*(?:[-*+]|\d+[.)]) \S/.test(line));
}

/** Lines that end as those of programs do; a program's comments look like headings. */
function looksLikeProgram(text: string): boolean {
  const outside = text.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const lines = outside.split('\n').filter((line) => line.trim() !== '');
  const ends = lines.filter((line) =>
    /[;{}]\s*$|^\s*(?:#!|import |from \w+ import|def |function |const |let |var )/.test(line),
  );
  return lines.length > 0 && ends.length / lines.length > 0.25;
}

/** Whether it was copied from an editor like ours, whose own tags say more than any guess. */
export function isOwnCopy(html: string): boolean {
  return /data-pm-slice=/.test(html) && !/notice-block|checkbox_list|mso-/.test(html);
}
