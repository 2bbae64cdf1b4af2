import { Dialog } from '@base-ui/react/dialog'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import { CheckPanel } from './check-panel'
import styles from './check.module.css'

/** Opens the panel of the check, which begins at once. Nothing of it goes on when it is closed. */
export function CheckButton() {
  const { stores, actions } = useParley()
  const idle = useSelected(stores.status, ({ state }) => state === 'idle')
  const onOpenChange = (open: boolean) => void (open ? actions.startCheck() : actions.endCheck())
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
