import { PrivateMark } from '../calls/private-mark'
import clsx from 'clsx'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { Dot } from '../components/chip'
import { useParley } from '../context'
import { clock } from '../format'
import { JustBinned } from '../bin/just-binned'
import { SearchResults } from '../search/results'
import { SearchField } from '../search/search-field'
import { isSearching } from '../search/store'
import { useSelected, useStore } from '../../shared/store'
import { describeEngine } from './describe'
import { Imports } from '../imports/import-list'
import { MeetingList } from './meeting-list'
import styles from './side-bar.module.css'

/**
 * The side bar: search, New recording, the meetings or the search results, the engine, Settings.
 */
export function SideBar() {
  const parley = useParley()
  const inSettings = useSelected(
    parley.navigation.view,
    ({ screen }) => screen === 'settings' || screen === 'token-reference',
  )
  const searching = useSelected(parley.search.state, ({ wanted }) => isSearching(wanted))
  return (
    <aside className={styles['side']} aria-label={messages.shell.sideBar}>
      <SearchField />
      <RecordButton />
      <Button look="quiet" aria-keyshortcuts="Control+O" onClick={() => void parley.imports.open()}>
        {messages.shell.imports.open}
      </Button>
      <Imports />
      {searching ? <SearchResults /> : <MeetingList />}
      <JustBinned />
      <PrivateMark />
      <div className={styles['foot']}>
        <EngineLine />
        <button
          type="button"
          className={clsx(styles['settings'], inSettings && styles['on'])}
          aria-keyshortcuts="Control+,"
          aria-current={inSettings ? 'page' : undefined}
          onClick={() => parley.navigation.openSettings()}
        >
          {messages.shell.settings}
        </button>
      </div>
    </aside>
  )
}

function RecordButton() {
  const parley = useParley()
  const state = useSelected(parley.recording.status, (status) => status.state)
  const meetingId = useSelected(parley.recording.status, (status) => status.meetingId)
  if (state === 'idle') {
    return (
      <Button
        look="primary"
        aria-keyshortcuts="Control+N"
        onClick={() => void parley.recording.start()}
      >
        {messages.shell.newRecording}
      </Button>
    )
  }
  return (
    <Button
      look="rec"
      title={messages.shell.showRecording}
      onClick={() => void parley.meeting.open(meetingId)}
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
  const parley = useParley()
  return useSelected(parley.recording.status, ({ elapsedMs }) => words(clock(elapsedMs)))
}

function EngineLine() {
  const parley = useParley()
  const line = describeEngine(
    useStore(parley.settings.current),
    useStore(parley.keys.list),
    useStore(parley.engine.state),
  )
  return (
    <span className={styles['engine']} title={line}>
      {line}
    </span>
  )
}
