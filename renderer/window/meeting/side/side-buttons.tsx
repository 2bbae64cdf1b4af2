import { messages } from '../../../../common/text/window'
import { useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { useParley } from '../../context'
import type { SideTab } from './store'

const labels: Readonly<Record<ButtonTab, { readonly name: string; readonly key: string }>> = {
  notes: { name: messages.meeting.notes.show, key: 'N' },
  minutes: { name: messages.minutes.show, key: 'S' },
}

type ButtonTab = Exclude<SideTab, 'ask' | 'hide'>

/** Shows or hides one part of the pane beside the transcript. */
export function SideButton({ tab }: { readonly tab: ButtonTab }) {
  const { side } = useParley()
  const shown = useStore(side.tab)
  const { name, key } = labels[tab]
  return (
    <Button aria-pressed={shown === tab} aria-keyshortcuts={key} onClick={() => side.toggle(tab)}>
      {name}
    </Button>
  )
}
