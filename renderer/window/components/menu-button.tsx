import { Menu } from '@base-ui/react/menu'
import clsx from 'clsx'
import { Chevron } from './icons'
import { useLandmark } from './landmark'
import buttonStyles from './button.module.css'
import styles from './popup.module.css'

export interface MenuChoice<V extends string> {
  readonly value: V
  readonly label: string
}

export interface MenuButtonProps<V extends string> {
  readonly label: string
  readonly choices: readonly MenuChoice<V>[]
  readonly onChoose: (value: V) => void
  readonly disabled?: boolean
}

/** A button that opens a menu of actions. */
export function MenuButton<V extends string>(props: MenuButtonProps<V>) {
  const { trigger, around } = useLandmark()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        ref={trigger}
        disabled={props.disabled ?? false}
        className={clsx(buttonStyles['button'], styles['trigger'])}
      >
        {props.label}
        <span className={styles['chevron']}>
          <Chevron />
        </span>
      </Menu.Trigger>
      <Menu.Portal className={styles['portal']} container={around}>
        <Menu.Positioner className={styles['positioner']} sideOffset={6} align="end">
          <Menu.Popup className={styles['popup']}>
            {props.choices.map(({ value, label }) => (
              <Menu.Item
                key={value}
                className={styles['item']}
                onClick={() => props.onChoose(value)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
