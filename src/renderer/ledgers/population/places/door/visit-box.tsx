/** What came of going to a door: one digit each, the usual one first; or the whole form where there is more to say. */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorRecord } from '#shared/contract/population/addresses.ts';
import { VISIT_RESULTS, type VisitResult } from '#shared/ledgers/population/home-visits.ts';
import { VERIFIED_HOW, type VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';
import styles from './door.module.css';
import { useQuickVisit } from './use-visit.ts';
import { VisitForm } from './visit-form.tsx';

export interface VisitBoxProps {
  readonly door: DoorRecord;
  /** It is recorded and nothing follows from it. */
  readonly onDone: () => void;
  readonly autoFocus?: boolean;
}

export function VisitBox({ door, onDone, autoFocus = false }: VisitBoxProps) {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  const people = usePeopleWords();
  const record = useQuickVisit(door);
  const running = useRef(false);
  const [how, setHow] = useState<VerifiedHow>('visit');
  const [whole, setWhole] = useState(false);
  const [left, setLeft] = useState<VisitResult | null>(null);

  const follow = (result: VisitResult) => {
    setWhole(false);
    if (result === 'moved-away' || result === 'no-such-address') setLeft(result);
    else onDone();
  };
  const act = (result: VisitResult) => {
    if (running.current) return;
    running.current = true;
    void record(result, how).then((done) => {
      running.current = false;
      if (done) follow(result);
    });
  };
  const press = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event)) return;
    const result = VISIT_RESULTS[Number(chordOf(event).normalize('NFKC')) - 1];
    if (result === undefined) return;
    event.preventDefault();
    act(result);
  };
  if (left !== null) return <WhatFollows door={door} result={left} onDone={onDone} />;
  if (whole) return <VisitForm door={door} onDone={follow} onBack={() => setWhole(false)} />;
  return (
    <div className={styles.box} onKeyDown={press}>
      <div className={shared.row} role="group" aria-label={t('visit.quick')}>
        {VISIT_RESULTS.map((result, index) => (
          <Button
            key={result}
            size={result === 'met' ? 'desk' : 'normal'}
            kind={result === 'met' ? 'primary' : 'plain'}
            keys={String(index + 1)}
            autoFocus={autoFocus && result === 'met'}
            data-autofocus={(autoFocus && result === 'met') || undefined}
            onClick={() => act(result)}
          >
            {result === 'met' ? t('visit.met') : words.result(result)}
          </Button>
        ))}
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {t('visit.full')}
        </Button>
      </div>
      <DigitChoice
        name="how"
        label={t('visit.how')}
        hint={t('visit.howHint')}
        value={how}
        onChange={setHow}
        options={VERIFIED_HOW.map((code) => ({ value: code, digit: null, label: people.how(code) }))}
      />
    </div>
  );
}

/** The visit stands; what it found still has to be written where it belongs. */
function WhatFollows({
  door,
  result,
  onDone,
}: Pick<VisitBoxProps, 'door' | 'onDone'> & { readonly result: VisitResult }) {
  const { t } = useTranslation('door');
  const here = door.people.filter(({ outState }) => outState === null);
  return (
    <Notice
      tone="amber"
      action={
        <Button autoFocus onClick={onDone}>
          {t('visit.movedClose')}
        </Button>
      }
    >
      {result === 'no-such-address' ? t('visit.goneNext') : t('visit.movedNext')}
      {result === 'moved-away' && (
        <p className={shared.row}>
          {here.map((one) => (
            <Go key={one.id} to={`/population/${one.id}`}>
              <PersonName name={one.name} />
            </Go>
          ))}
        </p>
      )}
    </Notice>
  );
}
