/** Tabs of a screen: arrows move between them, the chosen one carries the lamp's line and bold type. */
import type { KeyboardEvent, ReactNode } from 'react';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import styles from './basic.module.css';

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: ReactNode }[];
  readonly current: Id;
  readonly onChange: (id: Id) => void;
}

export function Tabs<Id extends string>({ label, tabs, current, onChange }: TabsProps<Id>) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (belongsToInputMethod(event) || event.altKey || event.ctrlKey) return;
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = (tabs.findIndex((tab) => tab.id === current) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next === undefined) return;
    onChange(next.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={press}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? `panel-${tab.id}` : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div role="tabpanel" id={`panel-${id}`} aria-labelledby={`tab-${id}`} className={styles.tabPanel}>
      {children}
    </div>
  );
}
