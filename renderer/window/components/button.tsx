import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonLook = 'plain' | 'primary' | 'rec' | 'quiet'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook
}

/** The one button. `rec` is for recording and stopping only, `quiet` has no border. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={clsx(styles['button'], styles[look], className)} {...rest} />
  )
}
