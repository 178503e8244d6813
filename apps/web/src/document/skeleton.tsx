import { useWords } from '../words/use-words.ts';

/** The shape of a page while its words are on their way; quick ones never show it. */
export function Skeleton() {
  return (
    <output className="late mx-auto block w-full max-w-[44rem] px-5 pt-[calc(var(--bar-height)+5vh)]">
      <span className="sr-only">{useWords().pages.opening}</span>
      <span aria-hidden className="block space-y-4">
        <span className="mb-9 block h-9 w-3/5 rounded bg-border/60" />
        {[97, 92, 95, 61].map((width) => (
          <span
            key={width}
            className="block h-4 rounded bg-border/60"
            style={{ width: `${width}%` }}
          />
        ))}
      </span>
    </output>
  );
}
