import { colorNames } from '../schema/colors.ts';

/** Hues of the named colours, in degrees; grey has none. */
const HUES = {
  red: 25,
  orange: 55,
  yellow: 95,
  green: 145,
  teal: 190,
  blue: 250,
  purple: 300,
  pink: 350,
};

const colors = colorNames
  .map((name) => {
    const hue = name === 'gray' ? '0.005 0' : `0.09 ${HUES[name]}`;
    const ink = name === 'gray' ? '0.01 0' : `0.13 ${HUES[name]}`;
    return (
      `mark[data-color=${name}]{background:oklch(.92 ${hue})}` +
      `[data-text-color=${name}]{color:oklch(.48 ${ink})}` +
      `[data-background=${name}]{background:oklch(.95 ${hue})}`
    );
  })
  .join('\n');

/** How an exported page looks: the document's own typography, on light paper, for reading and printing. */
export const pageStyles = `
:root{color-scheme:light}
body{margin:0;background:oklch(.99 .003 90);color:oklch(.24 .01 260);font:1.0625rem/1.6 Literata,Georgia,'Times New Roman',serif}
main{max-width:42rem;margin:0 auto;padding:4rem 1.25rem}
h1,h2,h3,h4{margin:1.8em 0 .5em;line-height:1.25;break-after:avoid}
h1{font-size:1.75rem}h2{font-size:1.4rem}h3{font-size:1.17rem}h4{font-size:1rem}
.title{margin-top:0;font-size:2.25rem}
p,ul,ol,pre,blockquote,table,figure,aside,details{margin:0 0 1em}
li>p,li>div>p,td>p,th>p{margin:0}
ul,ol{padding-inline-start:1.6em}
ul[data-type=taskList]{padding:0;list-style:none}
li[data-type=taskItem]{position:relative;padding-inline-start:1.7em}
li[data-type=taskItem]>input{position:absolute;inset-inline-start:0;top:.3em;width:1em;height:1em;margin:0}
a{color:oklch(.45 .12 250);overflow-wrap:anywhere}
blockquote{padding-inline-start:1em;border-inline-start:3px solid oklch(.82 .01 260);margin-inline:0}
aside{padding:.8em 1em;border-inline-start:4px solid oklch(.6 .1 250);background:oklch(.96 .015 250)}
aside[data-callout=tip]{border-color:oklch(.6 .1 160);background:oklch(.96 .02 160)}
aside[data-callout=warning]{border-color:oklch(.7 .13 75);background:oklch(.97 .03 85)}
aside[data-callout=danger]{border-color:oklch(.58 .16 25);background:oklch(.96 .02 25)}
aside>:last-child,blockquote>:last-child,details>div>:last-child{margin-bottom:0}
summary{font-weight:600;cursor:pointer}details>div{padding:.5em 0 0 1.1em}
code,pre{font:.9em/1.5 ui-monospace,Menlo,Consolas,monospace}
code{padding:.1em .3em;border-radius:3px;background:oklch(.95 .005 260)}
pre{overflow-x:auto;padding:1em;border-radius:6px;background:oklch(.96 .004 260)}
pre[data-wrap]{white-space:pre-wrap;overflow-wrap:anywhere}pre code{padding:0;background:none}
table{border-collapse:collapse;display:block;max-width:100%;overflow-x:auto}
td,th{min-width:4em;padding:.4em .7em;border:1px solid oklch(.85 .005 260);text-align:start;vertical-align:top}
th{background:oklch(.96 .004 260);font-weight:600}
[align=center]{text-align:center}[align=right]{text-align:right}
figure{margin-inline:0}img,video{display:block;max-width:100%;height:auto;margin:auto}
figure[data-align=left] img{margin-inline:0 auto}figure[data-align=right] img{margin-inline:auto 0}
figcaption{margin-top:.5em;color:oklch(.45 .01 260);font-size:.9em;text-align:center}
hr{margin:2em 0;border:0;border-top:1px solid oklch(.82 .01 260)}
[data-spaces]{white-space:pre-wrap}div[data-latex]{margin:1em 0;text-align:center;overflow-x:auto}
nav ol{list-style:none;padding:0}nav [data-level='2']{padding-left:1em}nav [data-level='3']{padding-left:2em}nav [data-level='4']{padding-left:3em}
a[data-file]{display:inline-block;margin-bottom:1em}
mark{color:inherit}
${colors}
@media print{body{background:none;font-size:11pt}main{max-width:none;padding:0}table{display:table}pre{white-space:pre-wrap}pre,figure,tr,aside{break-inside:avoid}a[href^=http]::after{content:' (' attr(href) ')';font-size:.85em}}
`;
