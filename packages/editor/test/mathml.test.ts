import { expect, test } from 'vitest';

import { formulaAsMathMl } from '../src/math/mathml.ts';

test('a formula is MathML that carries what was typed, without styles and scripts', () => {
  const line = formulaAsMathMl('a^2 < b', false) ?? '';
  expect(line).toContain('<msup>');
  expect(line).toContain('<annotation encoding="application/x-tex">a^2 &lt; b</annotation>');
  expect(formulaAsMathMl('x', true)).toContain('display="block"');
});

test.each([String.raw`\frac{`, '', String.raw`\unknown`])('%j is no formula', (latex) => {
  expect(formulaAsMathMl(latex, false)).toBeNull();
});

test.each([
  String.raw`\href{javascript:alert(1)}{x}`,
  String.raw`\htmlStyle{position:fixed}{x}`,
  String.raw`\includegraphics{https://a.example/b.png}`,
  String.raw`\text{<img src=x onerror=alert(1)>}`,
])('%j brings nothing along that loads, leads elsewhere or runs', (latex) => {
  const drawn = (formulaAsMathMl(latex, false) ?? '').replace(
    /<annotation[\s\S]*<\/annotation>/,
    '',
  );
  expect(drawn).not.toMatch(/<(?:a|img|mglyph|script)\b|href=|position:|src="/);
});
