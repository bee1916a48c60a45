import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { LedgerTable, type LedgerTableProps } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { rowAfterKey } from '#renderer/ui/table/row-keys.ts';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();

// Nothing is laid out here, so the list is told how high it is.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 500 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 900 });
});

interface Visit {
  readonly id: string;
  readonly name: string;
  readonly matter: string;
}

const COLUMNS: readonly LedgerColumn<Visit>[] = [
  {
    id: 'name',
    header: '姓名',
    cell: (row) => row.name,
    text: (row) => row.name,
    width: 100,
    mayHide: false,
  },
  { id: 'matter', header: '事由', cell: (row) => row.matter, width: 100, sortBy: 'matter' },
];
const VISITS = Array.from({ length: 300 }, (_, index) => ({
  id: `07-${index}`,
  name: `来访者 ${index}`,
  matter: '咨询',
}));

function Table(given: Partial<LedgerTableProps<Visit>>) {
  const [hidden, setHidden] = useState<readonly string[]>([]);
  return (
    <LedgerTable
      label="来访列表"
      columns={COLUMNS}
      rows={VISITS}
      rowId={(row) => row.id}
      total={300}
      all={300}
      loading={false}
      hasMore={false}
      onMore={() => undefined}
      sort={{ by: 'arrivedAt', descending: true }}
      onSort={() => undefined}
      filters={[]}
      onClearFilters={() => undefined}
      hidden={hidden}
      onHidden={setHidden}
      onOpen={() => undefined}
      empty={<p>还没有来访</p>}
      {...given}
    />
  );
}

describe('the list of a ledger', () => {
  it('draws only the rows in sight and says how many there are', () => {
    draw(<Table />);
    const drawn = screen.getAllByRole('row').length;
    expect(drawn).toBeGreaterThan(14);
    expect(drawn).toBeLessThan(60);
    expect(screen.getByText('已显示 300 / 共 300')).toBeTruthy();
  });

  it('is walked with the keyboard and opened with Enter', () => {
    const opened: string[] = [];
    draw(<Table onOpen={(row) => opened.push(row.id)} />);
    const first = screen.getAllByRole('row')[1];
    if (first === undefined) throw new Error('no row');
    expect(first.tabIndex).toBe(0);
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowDown' });
    const second = screen.getAllByRole('row')[2];
    expect(second?.getAttribute('aria-selected')).toBe('true');
    fireEvent.keyDown(second ?? first, { key: 'Enter' });
    expect(opened).toEqual(['07-1']);
  });

  it('moves by row, by screen and to the ends, and leaves composing keys alone', () => {
    const press = { keyCode: 0, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
    const after = (key: string, at: number) => rowAfterKey({ ...press, key }, at, 300, 10);
    expect(after('ArrowUp', 0)).toBe(0);
    expect(after('ArrowDown', 299)).toBe(299);
    expect(after('PageDown', 5)).toBe(15);
    expect(after('PageUp', 5)).toBe(0);
    expect(after('Home', 200)).toBe(0);
    expect(after('End', 5)).toBe(299);
    expect(after('a', 5)).toBeNull();
    expect(rowAfterKey({ ...press, key: 'ArrowDown', isComposing: true }, 5, 300, 10)).toBeNull();
  });

  it('asks for the next page only when its end comes into sight', () => {
    let asked = 0;
    const { rerender } = draw(<Table hasMore onMore={() => (asked += 1)} />);
    expect(asked).toBe(0);
    rerender(<Table rows={VISITS.slice(0, 20)} hasMore onMore={() => (asked += 1)} />);
    expect(asked).toBeGreaterThan(0);
  });

  it('tells an empty ledger from a filter that matches nothing', () => {
    const { rerender } = draw(<Table rows={[]} total={0} all={0} />);
    expect(screen.getByText('还没有来访')).toBeTruthy();
    let cleared = false;
    rerender(
      <Table
        rows={[]}
        total={0}
        filters={[{ id: 'state', words: '状态：办理中', remove: () => undefined }]}
        onClearFilters={() => {
          cleared = true;
        }}
      />,
    );
    expect(screen.getByText(/没有符合条件的记录（共 300 条）/u)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0] ?? document.body);
    expect(cleared).toBe(true);
  });

  it('hides columns, says how many, and brings them back; some cannot be hidden', async () => {
    draw(<Table />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '列' }));
    expect(screen.getByRole('checkbox', { name: '姓名' })).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('checkbox', { name: '事由' }));
    expect(screen.queryByRole('columnheader', { name: /事由/u })).toBeNull();
    expect(screen.getByText(/隐藏 1 列/u)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '恢复' }));
    expect(screen.getByRole('columnheader', { name: /事由/u })).toBeTruthy();
  });

  it('sorts by what the office can sort by, and turns round on the second click', () => {
    const sorts: unknown[] = [];
    const { rerender } = draw(<Table onSort={(sort) => sorts.push(sort)} />);
    fireEvent.click(screen.getByRole('button', { name: /事由/u }));
    rerender(<Table sort={{ by: 'matter', descending: true }} onSort={(sort) => sorts.push(sort)} />);
    expect(screen.getByRole('columnheader', { name: /事由/u }).getAttribute('aria-sort')).toBe('descending');
    fireEvent.click(screen.getByRole('button', { name: /事由/u }));
    expect(sorts).toEqual([
      { by: 'matter', descending: true },
      { by: 'matter', descending: false },
    ]);
  });
});
