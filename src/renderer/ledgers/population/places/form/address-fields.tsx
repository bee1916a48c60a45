/** What is entered of an address, in the order of how often it is. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESS_STATES, elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { kindsBelow, storeyOf, type AddressValues } from './address-values.ts';

export interface AddressFieldsProps {
  readonly form: FormModel<AddressValues>;
  /** What it stands in; null: at the top, undefined: not known yet. */
  readonly parent: ElementKind | null | undefined;
  /** A new one is in use; its state is not asked. */
  readonly isNew: boolean;
  /** Below the name: what a new one brings with it. */
  readonly note?: ReactNode;
}

/** Down to communities a place has codes of its own. */
const CODED_LEVEL = 4;
/** From here on somebody may live there. */
const QUIET_LEVEL = 7;

export function AddressFields({ form, parent, isNew, note }: AddressFieldsProps) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  const { values } = form;
  const { level } = elementOf(values.kind);
  const allowed = parent === undefined ? [] : kindsBelow(parent);
  const kinds = allowed.includes(values.kind) ? allowed : [values.kind, ...allowed];
  return (
    <>
      <SelectField
        {...form.field('kind')}
        label={words.field('kind')}
        onChange={(kind) => form.set('kind', kind ?? values.kind)}
        options={kinds.map((kind) => ({ value: kind, label: words.kind(kind) }))}
      />
      <TextField
        {...form.field('name')}
        label={words.field('name')}
        hint={t(`form.nameHint.${hintOf(values.kind)}`)}
        maxLength={60}
        autoFocus
        required
      />
      {note}
      {values.kind === 'room' && <FloorField form={form} />}
      {level <= CODED_LEVEL && (
        <>
          <TextField
            {...form.field('division')}
            label={words.field('division')}
            hint={t('form.divisionHint')}
            inputMode="numeric"
            maxLength={12}
          />
          <TextField
            {...form.field('communityCode')}
            label={words.field('communityCode')}
            hint={t('form.codeHint')}
            inputMode="numeric"
            maxLength={20}
          />
        </>
      )}
      {!isNew && (
        <DigitChoice
          {...form.field('state')}
          label={words.field('state')}
          onChange={(state) => form.set('state', state)}
          options={ADDRESS_STATES.map((state, index) => ({
            value: state,
            digit: String(index + 1),
            label: words.state(state),
          }))}
        />
      )}
      {level >= QUIET_LEVEL && (
        <>
          <CheckField {...form.field('quiet')} label={words.field('quiet')} hint={t('form.quietHint')} />
          <TextField
            {...form.field('bestTime')}
            label={words.field('bestTime')}
            hint={t('form.bestTimeHint')}
            maxLength={60}
          />
        </>
      )}
      <TextAreaField
        {...form.field('aliases')}
        label={words.field('aliases')}
        hint={t('form.aliasesHint')}
        rows={2}
        maxLength={205}
      />
    </>
  );
}

function FloorField({ form }: Pick<AddressFieldsProps, 'form'>) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  const told = storeyOf(form.values);
  const hint =
    told !== null
      ? t('form.floorHint', { floor: told })
      : form.values.name.trim() === ''
        ? ''
        : t('form.floorNone');
  return (
    <TextField
      {...form.field('floor')}
      label={words.field('floor')}
      hint={hint}
      inputMode="numeric"
      maxLength={4}
    />
  );
}

function hintOf(kind: ElementKind) {
  switch (kind) {
    case 'room':
    case 'entrance':
    case 'building':
    case 'gate':
    case 'group':
    case 'street':
    case 'compound':
      return kind;
    default:
      return 'larger';
  }
}
