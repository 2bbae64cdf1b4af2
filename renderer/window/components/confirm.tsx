import { AlertDialog } from '@base-ui/react/alert-dialog'
import { messages } from '../../../common/text/window'
import { Button } from './button'
import { Buttons } from './card'
import styles from './confirm.module.css'

export interface ConfirmProps {
  readonly open: boolean
  readonly title: string
  readonly text: string
  readonly action: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks for confirmation before something that cannot be undone. Cancel has the focus. */
export function Confirm({ open, title, text, action, onConfirm, onClose }: ConfirmProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles['backdrop']} />
        <AlertDialog.Popup className={styles['popup']}>
          <AlertDialog.Title className={styles['title']}>{title}</AlertDialog.Title>
          <AlertDialog.Description className={styles['text']}>{text}</AlertDialog.Description>
          <Buttons className={styles['buttons']}>
            <AlertDialog.Close render={<Button />}>{messages.shell.cancel}</AlertDialog.Close>
            <Button look="rec" onClick={onConfirm}>
              {action}
            </Button>
          </Buttons>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
