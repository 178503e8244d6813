import clsx from 'clsx';
import { useId, useState } from 'react';

import { pageTime } from '@indelible/provider';
import type { ProviderStatus } from '@indelible/provider';

import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { announcement } from '../words/announcement.ts';
import { followTimes, noTimes } from '../words/status-times.ts';
import { connectionWords, saveWords } from '../words/status-words.ts';
import type { StatusWords } from '../words/status-words.ts';
import { useWords } from '../words/use-words.ts';
import { StatusDetails } from './status-details.tsx';
import { useDisclosure } from './use-disclosure.ts';

interface StatusLineProps {
  readonly status: ProviderStatus;
  readonly retry: () => void;
  /** Whether there is a page with words on it, of which it can be said that they are saved. */
  readonly written: boolean;
}

/** The dot and the words: how the line is, and what has become of one's own work. */
export function StatusLine({ status, retry, written }: StatusLineProps) {
  const { pages } = useWords();
  const now = useNow(1000, pageTime);
  const times = useTimes(status, now);
  const details = useDisclosure();
  const id = useId();
  const { connection, save, device } = status;
  const line = connectionWords(connection, now);
  const work = saveWords(save, now, device);
  const unsaved = save.state === 'failing' || save.state === 'unkept';
  const waiting = connection.state === 'reconnecting' || connection.state === 'disconnected';

  return (
    <div className="status-line" {...details.around}>
      <output className="sr-only">{announcement(status, times.connected !== null)}</output>
      <button
        type="button"
        aria-describedby={details.open ? id : undefined}
        className="touch-target flex min-w-0 items-center gap-x-2.5 rounded-ui px-2 hover:bg-sunken"
        {...details.trigger}
      >
        <span data-connection={connection.state} className="flex items-center gap-2">
          <span aria-hidden className={clsx('lamp', unsaved && 'lamp-unsaved')} />
          <span className="tabular whitespace-nowrap">{line.text}</span>
        </span>
        {written && (
          <span data-save={save.state} className="save-words tabular">
            <Sized words={work} />
          </span>
        )}
      </button>
      {waiting && (
        <Button className="retry" onClick={retry}>
          {pages.retry}
        </Button>
      )}
      <StatusDetails
        id={id}
        open={details.open}
        sentences={written ? [work.explanation, line.explanation] : [line.explanation]}
        times={times}
      />
    </div>
  );
}

/** The long words where there is room, the short ones where there is not. */
function Sized({ words: { text, short } }: { words: StatusWords }) {
  if (text === short) return text;
  return (
    <>
      <span className="roomy">{text}</span>
      <span className="narrow">{short}</span>
    </>
  );
}

function useTimes(status: ProviderStatus, now: number) {
  const [times, setTimes] = useState(noTimes);
  const next = followTimes(times, status, now);
  if (next !== times) setTimes(next);
  return next;
}
