import { Radio } from '@base-ui/react/radio'
import type { ComponentProps } from 'react'
import styles from './radio.module.css'

/** A radio button; its label is next to it. */
export function RadioMark(props: ComponentProps<typeof Radio.Root>) {
  return (
    <Radio.Root className={styles['radio']} {...props}>
      <Radio.Indicator className={styles['dot']} />
    </Radio.Root>
  )
}
