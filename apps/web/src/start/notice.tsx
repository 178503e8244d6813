import type { ReactNode } from 'react';

/** A quiet remark above what it is about. */
export function Notice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-ui border border-border bg-sunken px-4 py-3 text-[0.9375rem]">
      <output className="min-w-[16rem] flex-1 text-pretty">{children}</output>
      {action}
    </div>
  );
}
