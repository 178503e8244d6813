import { CloudOff } from 'lucide-react';

import { documentAddress } from '../pages/addresses.ts';
import { PageLink } from '../pages/page-link.tsx';
import { useWords } from '../words/use-words.ts';
import type { NotOnServer } from './not-on-server.ts';
import { NoticeOfUnsent } from './notice-of-unsent.tsx';
import { UnsentActions } from './unsent-actions.tsx';

/** Words that are on this device and not on the server, and what can become of them. */
export function UnsentList({ unsent }: { unsent: readonly NotOnServer[] }) {
  const { offline, pages } = useWords();
  const { notOnServer, notOnServerDetail } = offline;
  if (unsent.length === 0) return null;
  return (
    <section
      aria-label={notOnServer}
      className="mb-6 rounded-ui border border-border bg-sunken px-4 pt-3 pb-1"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <CloudOff size={16} aria-hidden className="text-muted" />
        {notOnServer}
      </h2>
      <p className="mt-0.5 text-[0.9375rem] text-pretty text-muted">{notOnServerDetail}</p>
      <ul className="mt-1.5">
        {unsent.map(({ row, refusal }) => (
          <li
            key={row.id}
            data-unsent={row.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-border py-2"
          >
            <span className="min-w-[14rem] flex-1">
              <PageLink
                to={documentAddress(row.id)}
                className="font-page text-[1.0625rem] hover:underline"
              >
                {row.title || pages.untitled}
              </PageLink>
              <NoticeOfUnsent refusal={refusal} />
            </span>
            {refusal !== null && <UnsentActions row={row} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
