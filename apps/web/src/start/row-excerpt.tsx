import type { Excerpt } from './search-rows.ts';

/** A line or two of a document's text, what was sought marked. */
export function RowExcerpt({ excerpt }: { excerpt: Excerpt }) {
  return (
    <span dir="auto" className="mt-0.5 mb-1 line-clamp-2 text-[0.9375rem] leading-snug text-muted">
      {excerpt.map(({ text, hit }, index) =>
        hit ? (
          <mark key={index} className="rounded-[3px] bg-accent-soft text-text">
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  );
}
