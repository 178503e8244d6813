import type { ReactNode } from 'react';

interface MessageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A calm page-wide message: what happened, what is safe, what to do. */
export function Message({ title, children, actions }: MessageProps) {
  return (
    <section className="mx-auto flex w-full max-w-[34rem] flex-col items-start px-5 pt-[18vh] pb-16">
      <h1 className="font-page text-[1.75rem] leading-tight font-semibold text-balance">{title}</h1>
      <div className="mt-3 text-[1.0625rem] text-pretty text-muted">{children}</div>
      <div className="mt-7 flex flex-wrap gap-3">{actions}</div>
    </section>
  );
}
