import type { ReactNode } from 'react';

interface SettingRowProps {
  readonly name: string;
  /** A sentence on what it does; null = the name says it. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** A setting: its name, its control, and what it does. The control carries the name itself. */
export function SettingRow({ name, note, children }: SettingRowProps) {
  return (
    <div className="setting">
      <span className="name" aria-hidden>
        {name}
      </span>
      <div className="control">
        {children}
        {note !== undefined && <p className="remark">{note}</p>}
      </div>
    </div>
  );
}
