import { Tabs } from '@base-ui/react/tabs'
import { messages } from '../../../../common/text/window'
import type { Meeting } from '../../../../common/model'
import { ErrorBoundary } from '../../components/error-boundary'
import { useParley } from '../../context'
import type { Player } from '../../transcript/model/transcript-session'
import { AskPanel } from '../ask/ask-panel'
import { MinutesPanel } from '../minutes/minutes-panel'
import { NotesPanel } from '../notes/notes-panel'
import { RedactionPanel } from '../redaction/redaction-panel'
import styles from './side-pane.module.css'
import type { SideTab } from './store'

interface SidePaneProps {
  readonly tab: SideTab
  readonly meeting: Meeting
  /** null during a recording, when there are only notes. */
  readonly player: Player | null
}

const names: Readonly<Record<SideTab, string>> = {
  notes: messages.meeting.notes.title,
  minutes: messages.minutes.tab,
  ask: messages.minutes.ask.tab,
  hide: messages.redaction.tab,
}

/** Beside the transcript: the notes, and after the meeting what a model wrote. */
export function SidePane({ tab, meeting, player }: SidePaneProps) {
  const { side } = useParley()
  if (player === null) {
    return (
      <aside className={styles['pane']} aria-label={names.notes}>
        <h2 className={styles['title']}>{names.notes}</h2>
        <NotesPanel meetingId={meeting.id} player={null} />
      </aside>
    )
  }
  return (
    <aside className={styles['pane']} aria-label={names[tab]}>
      <Tabs.Root
        className={styles['tabs']}
        value={tab}
        onValueChange={(next: SideTab) => side.show(next)}
      >
        <Tabs.List className={styles['list']} aria-label={messages.minutes.tabs} activateOnFocus>
          {(Object.keys(names) as SideTab[]).map((name) => (
            <Tabs.Tab key={name} value={name} className={styles['tab']}>
              {names[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="notes" className={styles['panel']}>
          <NotesPanel meetingId={meeting.id} player={player} />
        </Tabs.Panel>
        <Tabs.Panel value="minutes" className={styles['panel']}>
          <ErrorBoundary>
            <MinutesPanel meeting={meeting} player={player} />
          </ErrorBoundary>
        </Tabs.Panel>
        <Tabs.Panel value="ask" className={styles['panel']}>
          <ErrorBoundary>
            <AskPanel meeting={meeting} player={player} />
          </ErrorBoundary>
        </Tabs.Panel>
        <Tabs.Panel value="hide" className={styles['panel']}>
          <ErrorBoundary>
            <RedactionPanel meetingId={meeting.id} player={player} />
          </ErrorBoundary>
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  )
}
