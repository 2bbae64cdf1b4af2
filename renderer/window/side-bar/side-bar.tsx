import clsx from 'clsx'
import { messages } from '../../../preload/messages'
import { Button } from '../components/button'
import { Dot } from '../components/chip'
import { useParley } from '../context'
import { clock } from '../format'
import { JustBinned } from '../bin/just-binned'
import { SearchResults } from '../search/results'
import { SearchField } from '../search/search-field'
import { isSearching } from '../search/search-store'
import { useSelected, useStore } from '../stores/store'
import { describeEngine } from './describe'
import { Imports } from './imports'
import { MeetingList } from './meeting-list'
import styles from './side-bar.module.css'

/** The left side: search, record, the list of meetings or what was found, who writes the words, settings. */
export function SideBar() {
  const { stores, actions } = useParley()
  const inSettings = useSelected(
    stores.view,
    ({ screen }) => screen === 'settings' || screen === 'reference',
  )
  const searching = useSelected(stores.search.state, ({ wanted }) => isSearching(wanted))
  return (
    <aside className={styles['side']}>
      <SearchField />
      <RecordButton />
      <Button look="quiet" aria-keyshortcuts="Control+O" onClick={() => void actions.openImport()}>
        {messages.shell.imports.open}
      </Button>
      <Imports />
      {searching ? <SearchResults /> : <MeetingList />}
      <JustBinned />
      <div className={styles['foot']}>
        <EngineLine />
        <button
          type="button"
          className={clsx(styles['settings'], inSettings && styles['on'])}
          aria-keyshortcuts="Control+,"
          aria-current={inSettings ? 'page' : undefined}
          onClick={() => actions.openSettings()}
        >
          {messages.shell.settings}
        </button>
      </div>
    </aside>
  )
}

function RecordButton() {
  const { stores, actions } = useParley()
  const state = useSelected(stores.status, (status) => status.state)
  const meetingId = useSelected(stores.status, (status) => status.meetingId)
  if (state === 'idle') {
    return (
      <Button
        look="primary"
        aria-keyshortcuts="Control+N"
        onClick={() => void actions.startRecording()}
      >
        {messages.shell.newRecording}
      </Button>
    )
  }
  return (
    <Button
      look="rec"
      title={messages.shell.showRecording}
      onClick={() => void actions.openMeeting(meetingId)}
    >
      <Dot />
      {state === 'starting' && messages.shell.starting}
      {state === 'recording' && <RecordingTime words={messages.shell.recording} />}
      {state === 'paused' && <RecordingTime words={messages.shell.paused} />}
      {state === 'finishing' && messages.shell.finishing}
    </Button>
  )
}

function RecordingTime({ words }: { readonly words: (time: string) => string }) {
  const { stores } = useParley()
  return useSelected(stores.status, ({ elapsedMs }) => words(clock(elapsedMs)))
}

function EngineLine() {
  const { stores } = useParley()
  const line = describeEngine(
    useStore(stores.settings),
    useStore(stores.keys),
    useStore(stores.engine),
  )
  return (
    <span className={styles['engine']} title={line}>
      {line}
    </span>
  )
}
