import { Dialog } from '@base-ui/react/dialog'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Keys } from '../components/kbd'
import styles from './keys-dialog.module.css'

const text = messages.meeting.keys

const lines: readonly (readonly [keys: readonly string[], what: string])[] = [
  [[text.space], text.play],
  [[text.arrows, text.shiftArrows], text.skip],
  [['[', ']'], text.speed],
  [[text.arrows], text.words],
  [[text.upDown], text.turns],
  [[text.enter], text.word],
  [['D', 'Shift D'], text.doubtful],
  [['Ctrl F'], text.find],
  [['F3', 'Shift F3'], text.again],
  [['?'], text.help],
]

interface KeysDialogProps {
  readonly open: boolean
  readonly onClose: () => void
}

/** What the keys do in a finished meeting. */
export function KeysDialog({ open, onClose }: KeysDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']}>
          <Dialog.Title className={styles['title']}>{text.title}</Dialog.Title>
          <dl className={styles['lines']}>
            {lines.map(([keys, what]) => (
              <div key={what} className={styles['line']}>
                <dt>{what}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
          <Dialog.Close render={<Button className={styles['close']} />}>
            {messages.shell.close}
          </Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
