// The frame of a page that fills the stage: a column of a reader's width, in sections under their headings.
import { useId, type ReactElement, type ReactNode } from 'react';
import './page.css';

export const Page = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="page-frame">
    <div className="page-column">{children}</div>
  </div>
);

export function PageSection({
  title,
  note,
  aside,
  children,
}: {
  readonly title: string;
  /** In words, beside the title. */
  readonly note?: ReactNode;
  /** What can be done, at the end of the line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="page-section-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <span className="muted small">{note}</span>}
        {aside !== undefined && <span className="page-aside">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
