/** The facts of the entry and the answers to the six questions. */
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { QUESTIONS, type Question } from '#shared/ledgers/disputes/questions.ts';
import { useMe } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Age } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { mayHandle } from '#renderer/ledgers/disputes/deeds/deed-kind.ts';
import styles from './dispute.module.css';

export interface FactsCardProps {
  readonly dispute: DisputeRecord;
  readonly onEdit: () => void;
}

export function FactsCard({ dispute, onEdit }: FactsCardProps) {
  const { t } = useTranslation(['disputeRecord', 'disputes', 'disputeDeeds']);
  const words = useDisputeWords();
  const me = useMe();
  const desk = useDesk();
  const { addressId } = dispute;
  const place =
    addressId === null ? (
      dispute.place
    ) : (
      <button
        type="button"
        className={styles.link}
        title={t('addressOpen')}
        onClick={() => desk.go(`/places/${addressId}`)}
      >
        {dispute.place}
      </button>
    );
  const given = (name: Parameters<typeof words.field>[0], value: Fact['value']): Fact[] =>
    value === null || value === '' ? [] : [{ label: words.field(name), value }];
  const facts: Fact[] = [
    { label: words.field('type'), value: words.type(dispute.type) },
    { label: words.field('place'), value: place },
    { label: words.field('receivedAt'), value: fullMoment(dispute.receivedAt) },
    { label: words.field('raisedBy'), value: words.source(dispute.raisedBy) },
    ...given('age', dispute.ageDays === null ? null : <Age {...dispute} />),
    ...given('happenedOn', dispute.happenedOn),
    ...given('amount', dispute.amount === null ? null : t('disputes:yuan', { amount: dispute.amount })),
    { label: words.field('level'), value: words.level(dispute.level) },
    { label: words.field('owner'), value: dispute.owner.name },
    { label: words.field('officer'), value: dispute.officer?.name ?? null },
    ...given('gridWorker', dispute.gridWorker),
    ...given('policeGrid', dispute.policeGrid),
    ...given('route', dispute.route === null ? null : words.route(dispute.route)),
    ...given('result', dispute.result === null ? null : words.result(dispute.result)),
    ...given('receipt', dispute.receipt),
    ...given('archivedOn', dispute.archivedOn),
    { label: words.field('legalBasis'), value: dispute.legalBasis },
  ];
  return (
    <Card
      title={t('facts')}
      action={
        mayHandle(dispute, me.role) && (
          <Button
            size="small"
            kind="quiet"
            aria-label={`${t('disputeDeeds:deeds.amend.button')} ${t('facts')}`}
            onClick={onEdit}
          >
            {t('disputeDeeds:deeds.amend.button')}
          </Button>
        )
      }
    >
      <Facts facts={facts} />
      {dispute.retainUntil !== null && (
        <p className={styles.note}>{t('retain', { day: dispute.retainUntil })}</p>
      )}
    </Card>
  );
}

export function AnswersCard({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation(['disputeRecord', 'disputes']);
  const words = useDisputeWords();
  const { answers } = dispute;
  const answer = (question: Question): string => {
    switch (question) {
      case 'injury':
        return t(`disputes:injuries.${answers.injury}`);
      case 'nature':
        return t(`disputes:natures.${answers.nature}`);
      default:
        return t(answers[question] ? 'disputes:yes' : 'disputes:no');
    }
  };
  return (
    <Card title={t('asked')}>
      <Facts facts={QUESTIONS.map((name) => ({ label: words.field(name), value: answer(name) }))} />
    </Card>
  );
}
