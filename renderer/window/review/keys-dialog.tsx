import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Dialog } from '../components/dialog'
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
  [['B'], text.mark],
  [['N'], text.notes],
  [['F2'], text.edit],
  [[text.menuKey, 'Shift F10'], text.menu],
  [['Ctrl Z', 'Ctrl Shift Z'], text.undo],
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
    <Dialog open={open} title={text.title} onClose={onClose}>
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
      <Button className={styles['close']} onClick={onClose}>
        {messages.shell.close}
      </Button>
    </Dialog>
  )
}
