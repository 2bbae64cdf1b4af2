import { Dialog } from '@base-ui/react/dialog'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { useParley } from '../context'
import { useSelected } from '../../shared/store'
import { CheckPanel } from './check-panel'
import styles from './check.module.css'

/** Opens the sound check, which starts at once and ends when the panel is closed. */
export function CheckButton() {
  const parley = useParley()
  const idle = useSelected(parley.recording.status, ({ state }) => state === 'idle')
  const onOpenChange = (open: boolean) =>
    void (open ? parley.soundCheck.start() : parley.soundCheck.end())
  return (
    <Dialog.Root onOpenChange={onOpenChange}>
      <Dialog.Trigger render={<Button />} disabled={!idle}>
        {messages.check.open}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']}>
          <CheckPanel />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
