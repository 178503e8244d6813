import { clockWords } from '../words/relative-time.ts';
import type { StatusTimes } from '../words/status-times.ts';
import { useWords } from '../words/use-words.ts';

interface StatusDetailsProps {
  readonly id: string;
  readonly open: boolean;
  readonly sentences: readonly string[];
  readonly times: StatusTimes;
}

/** What the status means, and when things last happened. */
export function StatusDetails({ id, open, sentences, times }: StatusDetailsProps) {
  const { status } = useWords();
  if (!open) return null;
  return (
    <div id={id} role="tooltip" className="status-details floating">
      {sentences.map((sentence) => (
        <p key={sentence} className="text-pretty">
          {sentence}
        </p>
      ))}
      <dl className="tabular mt-1 grid grid-cols-[auto_1fr] gap-x-4 border-t border-border pt-2 text-muted">
        <Moment name={status.lastSaved} at={times.saved} never={status.notInThisVisit} />
        <Moment
          name={status.connectedSince}
          at={times.online ? times.connected : null}
          never={status.notNow}
        />
        {times.lost !== null && <Moment name={status.lastLost} at={times.lost} never="" />}
      </dl>
    </div>
  );
}

function Moment({ name, at, never }: { name: string; at: number | null; never: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="text-end text-text">{at === null ? never : clockWords(at)}</dd>
    </>
  );
}
