import { Menu } from '@base-ui/react/menu'
import { useState } from 'react'
import { messages } from '../../../preload/messages'
import type { AgainPart } from '../../../preload/model'
import buttonStyles from '../components/button.module.css'
import popupStyles from '../components/popup.module.css'
import { useParley } from '../context'
import { marked } from './marked-part'

const text = messages.meeting.again

/** What is marked in the script, as turns. */
function markedTurns(): AgainPart {
  const found = marked()
  if (found.kind !== 'part') return null
  const [from, to] = [found.part.from, found.part.to].map(({ sessionId, turnOrder }) => ({
    sessionId,
    turnOrder,
  }))
  return from && to ? { from, to } : null
}

/** The menu of what is done seldom with a finished meeting. */
export function AgainMenu({ meetingId }: { readonly meetingId: string }) {
  const { stores } = useParley()
  const [part, setPart] = useState<AgainPart>(null)
  const ask = (chosen: AgainPart) => stores.askAgain.set({ meetingId, part: chosen })
  return (
    <Menu.Root modal={false} onOpenChange={(open) => open && setPart(markedTurns())}>
      <Menu.Trigger
        aria-label={text.more}
        title={text.more}
        className={buttonStyles['button']}
        // What is marked stays marked.
        onMouseDown={(event) => event.preventDefault()}
      >
        <span aria-hidden="true">⋯</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className={popupStyles['positioner']} sideOffset={6} align="end">
          <Menu.Popup className={popupStyles['popup']}>
            <Menu.Item className={popupStyles['item']} onClick={() => ask(null)}>
              {text.whole}
            </Menu.Item>
            <Menu.Item
              className={popupStyles['item']}
              disabled={part === null}
              onClick={() => ask(part)}
            >
              {text.marked}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
