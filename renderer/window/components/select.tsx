import { Select as Base } from '@base-ui/react/select'
import clsx from 'clsx'
import { Check, Chevron } from './icons'
import { useLandmark } from './landmark'
import buttonStyles from './button.module.css'
import styles from './popup.module.css'

export interface SelectOption<V extends string> {
  readonly value: V
  readonly label: string
  /** A second line under the label. */
  readonly text?: string
  readonly disabled?: boolean
}

export interface SelectProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly SelectOption<V>[]
  readonly onChange: (value: V) => void
  /** The list is about to be read. */
  readonly onOpen?: () => void
  readonly disabled?: boolean
  readonly className?: string | undefined
}

/** A select. `label` is its accessible name; the caller shows the visible label. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, value, options, onChange, onOpen, disabled = false, className } = props
  const { trigger, around } = useLandmark()
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      onOpenChange={(open) => {
        if (open) onOpen?.()
      }}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
    >
      <Base.Trigger
        ref={trigger}
        aria-label={label}
        className={clsx(buttonStyles['button'], styles['trigger'], className)}
      >
        <Base.Value />
        <Base.Icon className={styles['chevron']}>
          <Chevron />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal className={styles['portal']} container={around}>
        <Base.Positioner
          className={styles['positioner']}
          sideOffset={6}
          alignItemWithTrigger={false}
        >
          <Base.Popup className={styles['popup']}>
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled ?? false}
                  className={clsx(styles['item'], styles['choice'])}
                >
                  <Base.ItemIndicator className={styles['check']}>
                    <Check />
                  </Base.ItemIndicator>
                  <Base.ItemText className={styles['itemText']}>{option.label}</Base.ItemText>
                  {option.text && <span className={styles['itemSub']}>{option.text}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
