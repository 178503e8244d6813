/** Scrolls to where a person writes; nowhere if they have no caret in the text. */
export function goToCaret(person: string): void {
  const caret = document.querySelector(`.ed-caret[data-person="${CSS.escape(person)}"]`);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  caret?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
