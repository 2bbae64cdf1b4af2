import { Menu } from '@base-ui/react/menu'
import { messages } from '../../../preload/messages'
import type { AgainPart } from '../../../preload/model'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { useSelected } from '../stores/store'
import { marked } from './marked-part'

const text = messages.meeting.again

/** What is marked in the script, as turns. */
export function markedTurns(): AgainPart {
  const found = marked()
  if (found.kind !== 'part') return null
  const [from, to] = [found.part.from, found.part.to].map(({ sessionId, turnOrder }) => ({
    sessionId,
    turnOrder,
  }))
  return from && to ? { from, to } : null
}

interface AgainItemsProps {
  readonly meetingId: string
  /** What was marked when the menu was opened. */
  readonly part: AgainPart
}

/** To have the open meeting written down again, all of it or what is marked, as items of its menu. */
export function AgainItems({ meetingId, part }: AgainItemsProps) {
  const { stores } = useParley()
  const readOnly = useSelected(stores.readOnly, (error) => error !== null)
  const ask = (chosen: AgainPart) => stores.askAgain.set({ meetingId, part: chosen })
  return (
    <>
      <Menu.Item className={popupStyles['item']} disabled={readOnly} onClick={() => ask(null)}>
        {text.whole}
      </Menu.Item>
      <Menu.Item
        className={popupStyles['item']}
        disabled={readOnly || part === null}
        onClick={() => ask(part)}
      >
        {text.marked}
      </Menu.Item>
    </>
  )
}
