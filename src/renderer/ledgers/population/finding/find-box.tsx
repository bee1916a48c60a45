/** The box and its list. Enter and arrows belong to the input method while it composes; what it shows is looked for already. */
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { FindKeys } from './find-keys.tsx';
import { groupsOf, pathOf, peekOf, pickOf, type Line, type Peeked } from './find-lines.ts';
import type { FindPanelProps } from './find-panel.tsx';
import { FoundLine } from './found-line.tsx';
import { useAnswer } from './use-answer.ts';
import styles from './finding.module.css';

export interface FindBoxProps extends FindPanelProps {
  /** Something is looked at beside the list; the keyboard is there. */
  readonly peeking: boolean;
  readonly onPeek: (line: Peeked) => void;
}

/** What a key does with the chosen line. */
type Deed = 'open' | 'use' | 'peek';
const DEEDS: Readonly<Record<string, Deed>> = { Enter: 'open', 'Ctrl+Enter': 'use', 'Alt+Enter': 'peek' };

const TEXT_MAX = 60;

export function FindBox(props: FindBoxProps) {
  const { searches, commandsFor, offer, onClose, onGo, onVisit, peeking, onPeek } = props;
  const { t } = useTranslation('find');
  const errorWords = useErrorWords();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  /** Enter came before the answer: it is meant for the line that the answer brings. */
  const [early, setEarly] = useState<Deed | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!peeking) box.current?.focus();
  }, [peeking]);

  const onlyCommands = !searches || /^\s*[>＞]/u.test(typed);
  const wanted = onlyCommands ? '' : typed.trim();
  const { found, isOfNow, ms, error } = useAnswer(wanted);
  const groups = groupsOf({
    found: wanted === '' ? null : found,
    typed: wanted,
    commands: commandsFor(typed),
    mayRegisterVisit: onVisit !== null,
  });
  const lines = groups.flatMap((group) => group.lines);
  const at = Math.max(0, Math.min(chosen, lines.length - 1));
  const current = lines[at];
  const picked = current === undefined ? null : pickOf(current);
  const takes = offer !== null && picked !== null && offer.takes.includes(picked.kind);

  const act = (line: Line, deed: Deed) => {
    const pick = pickOf(line);
    const peek = peekOf(line);
    const path = pathOf(line);
    if (deed === 'peek' && peek !== null) return onPeek(peek);
    if (deed === 'use') {
      if (offer === null || pick === null || !offer.takes.includes(pick.kind)) return;
      onClose();
      return offer.pick(pick);
    }
    onClose();
    if (line.kind === 'command') line.command.run();
    else if (line.kind === 'visit') onVisit?.(line.name);
    else if (path !== null) onGo(path);
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (early === null || !isOfNow) return;
    setEarly(null);
    if (current !== undefined) latest.current(current, early);
  }, [early, isOfNow, current]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups.length]);

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (belongsToInputMethod(event)) return;
    const chord = chordOf(event);
    const step = chord === 'ArrowDown' ? 1 : chord === 'ArrowUp' ? -1 : 0;
    const deed = DEEDS[chord];
    if (step !== 0) {
      event.preventDefault();
      setChosen((at + step + lines.length) % Math.max(1, lines.length));
    } else if (deed !== undefined) {
      event.preventDefault();
      if (!isOfNow) setEarly(deed);
      else if (current !== undefined) act(current, deed);
    }
  };
  return (
    <div className={styles.panel}>
      <div className={styles.line}>
        <input
          ref={box}
          className={styles.box}
          type="text"
          role="combobox"
          aria-label={searches ? t('label') : t('labelCommands')}
          aria-expanded={lines.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
          aria-autocomplete="list"
          placeholder={searches ? t('label') : t('labelCommands')}
          value={typed}
          maxLength={TEXT_MAX}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
            setEarly(null);
          }}
          onKeyDown={press}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          data-autofocus
        />
        <span className={styles.ms}>{ms !== null && wanted !== '' && t('milliseconds', { ms })}</span>
      </div>
      {error !== null && <ErrorPanel words={errorWords(error)} />}
      {found?.checkDigitDiffers === true && wanted !== '' && <Notice tone="amber">{t('checkDigit')}</Notice>}
      {wanted === '' && searches && !onlyCommands && <p className={styles.hint}>{t('nothing')}</p>}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('results')}
        aria-busy={!isOfNow}
        className={styles.found}
      >
        {groups.map((group) => (
          <div key={group.name} role="group" aria-labelledby={`${id}-${group.name}`}>
            <p id={`${id}-${group.name}`} role="presentation" className={styles.group}>
              {t(`groups.${group.name}`, { typed: wanted })}
            </p>
            {group.lines.map((line) => {
              const index = lines.indexOf(line);
              return (
                <div
                  key={line.key}
                  id={`${id}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={styles.option}
                  // The box keeps the keyboard.
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setChosen(index)}
                  onClick={() => act(line, 'open')}
                >
                  <FoundLine line={line} />
                </div>
              );
            })}
            {group.name === 'people' && found?.morePeople === true && (
              <p role="presentation" className={styles.hint}>
                {t('more')}
              </p>
            )}
          </div>
        ))}
      </div>
      {lines.length === 0 && isOfNow && error === null && (
        <p className={styles.hint}>{t('none', { typed: typed.trim() })}</p>
      )}
      <FindKeys searches={searches} takes={takes} peeks={current !== undefined && peekOf(current) !== null} />
    </div>
  );
}
