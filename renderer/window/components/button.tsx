import clsx from 'clsx'
import type { ComponentProps } from 'react'
import styles from './button.module.css'

export type ButtonLook = 'plain' | 'primary' | 'rec' | 'quiet'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook
}

/** A button. `rec` is only for recording and stopping; `quiet` has no border. */
export function Button({ look = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={clsx(styles['button'], look !== 'plain' && styles[look], className)}
      {...rest}
    />
  )
}
