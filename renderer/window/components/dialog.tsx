import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { messages } from '../../../common/text/window'
import { Button } from './button'
import { Buttons } from './card'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog over the window. Escape and a click outside close it. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={styles['popup']}>
          <Base.Title className={styles['title']}>{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** What a dialog says before it asks. */
export function DialogText({ children }: { readonly children: ReactNode }) {
  return <p className={styles['text']}>{children}</p>
}

/** The last line of a dialog: Cancel, and what else can be done. */
export function DialogButtons({
  onCancel,
  children,
}: {
  readonly onCancel: () => void
  readonly children: ReactNode
}) {
  return (
    <Buttons className={styles['buttons']}>
      <Button onClick={onCancel}>{messages.shell.cancel}</Button>
      {children}
    </Buttons>
  )
}
