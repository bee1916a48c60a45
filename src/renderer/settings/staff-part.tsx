import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { contract } from '#shared/contract/index.ts';
import type { StaffMember } from '#shared/contract/office.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { SuccessorField, useSuccessors } from './successor-field.tsx';
import { StaffDrawer, type StaffTask } from './staff-drawer.tsx';
import styles from './settings.module.css';

export function StaffPart() {
  const { t } = useTranslation('settings');
  const { queries } = useOffice();
  const me = useMe();
  const errorWords = useErrorWords();
  const staff = useQuery(queries.staff.list.queryOptions({ input: {} }));
  const [task, setTask] = useState<StaffTask | null>(null);
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  const mayChange = mayCall(me.role, contract.staff.add);

  if (staff.error !== null) return <ErrorPanel words={errorWords(staff.error)} />;
  if (staff.data === undefined) return <SkeletonRows />;
  return (
    <Card
      title={t('parts.staff')}
      note={staff.data.filter((member) => member.active).length}
      action={
        mayChange && (
          <Button kind="primary" onClick={() => setTask({ kind: 'add' })}>
            {t('staff.add')}
          </Button>
        )
      }
    >
      {!mayChange && <Notice tone="grey">{t('staff.onlyAdministrator')}</Notice>}
      <ul className={styles.people}>
        {staff.data.map((member) => (
          <Person
            key={member.id}
            member={member}
            mayChange={mayChange}
            isMe={member.id === me.id}
            onEdit={() => setTask({ kind: 'amend', member })}
            onDismiss={() => setLeaving(member)}
          />
        ))}
      </ul>
      {staff.data.length < 2 && <p className={styles.hint}>{t('staff.empty')}</p>}
      <StaffDrawer task={task} onTask={setTask} onClose={() => setTask(null)} />
      <DismissDialog member={leaving} onClose={() => setLeaving(null)} />
    </Card>
  );
}

interface PersonProps {
  readonly member: StaffMember;
  readonly mayChange: boolean;
  readonly isMe: boolean;
  readonly onEdit: () => void;
  readonly onDismiss: () => void;
}

function Person({ member, mayChange, isMe, onEdit, onDismiss }: PersonProps) {
  const { t } = useTranslation(['settings', 'client']);
  const { lastSeenAt } = member;
  const seen =
    lastSeenAt === null
      ? t('staff.never')
      : t('staff.lastSeen', { time: `${dayOf(lastSeenAt)} ${timeOf(lastSeenAt)}` });
  return (
    <li className={styles.person}>
      <strong>{member.name}</strong>
      <span>{t(`client:roles.${member.role}`)}</span>
      <span>{member.login}</span>
      <span>{member.badgeNo}</span>
      <span className={styles.hint}>{seen}</span>
      <Chip tone={member.active ? 'green' : 'grey'}>
        {t(member.active ? 'staff.active' : 'staff.inactive')}
      </Chip>
      <span className={styles.personActions}>
        {mayChange && member.active && (
          <Button size="small" onClick={onEdit}>
            {t('staff.edit')}
          </Button>
        )}
        {mayChange && member.active && !isMe && (
          <Button size="small" onClick={onDismiss}>
            {t('staff.dismiss')}
          </Button>
        )}
      </span>
    </li>
  );
}

interface DismissDialogProps {
  readonly member: StaffMember | null;
  readonly onClose: () => void;
}

function DismissDialog({ member, onClose }: DismissDialogProps) {
  const { t } = useTranslation('settings');
  const { client } = useOffice();
  const deed = useDeed();
  const toast = useToast();
  const successors = useSuccessors(member);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const name = member?.name ?? '';
  const lacks = successors.length > 0 && successor === null;
  const close = () => {
    setSuccessor(null);
    setAsked(false);
    onClose();
  };
  const dismiss = async () => {
    setAsked(true);
    if (member === null || lacks) return;
    const { id, revision } = member;
    const next = successor === null ? {} : { successor };
    const done = await deed(() => client.staff.dismiss({ id, revision, ...next }));
    if (done !== null) toast({ tone: 'done', text: t('staff.dismissed', { name }) });
    close();
  };
  return (
    <ConfirmDialog
      opened={member !== null}
      title={t('staff.dismissTitle', { name })}
      confirm={t('staff.dismiss')}
      danger
      onConfirm={dismiss}
      onClose={close}
    >
      <p>{t('staff.dismissText')}</p>
      <SuccessorField
        successors={successors}
        value={successor}
        onChange={setSuccessor}
        error={asked && lacks ? t('staff.successorChoose') : null}
      />
    </ConfirmDialog>
  );
}
