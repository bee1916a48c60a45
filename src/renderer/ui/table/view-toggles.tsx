import type { ReactNode } from 'react';
import { FilterToggle } from './filter-toggle.tsx';
import listPage from './list-page.module.css';

export interface ViewTogglesProps<View extends string> {
  readonly label: string;
  readonly views: readonly View[];
  readonly view: View;
  readonly words: (view: View) => string;
  readonly onView: (view: View) => void;
  /** What else is said there. */
  readonly children?: ReactNode;
}

/** Beside the title of a list: which of its few views stands, each one key press away. */
export function ViewToggles<View extends string>(props: ViewTogglesProps<View>) {
  const { label, views, view, words, onView, children } = props;
  return (
    <span className={listPage.views} role="group" aria-label={label}>
      {views.map((one) => (
        <FilterToggle key={one} on={view === one} words={words(one)} set={() => onView(one)} />
      ))}
      {children}
    </span>
  );
}
