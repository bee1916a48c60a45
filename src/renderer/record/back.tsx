import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';

/** The way up from a record: to what it stands in. */
export function Back({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  const desk = useDesk();
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<IconArrowLeft size={16} aria-hidden="true" />}
      onClick={() => desk.go(to)}
    >
      {children}
    </Button>
  );
}
