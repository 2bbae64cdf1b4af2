import { useEffect } from 'react'
import { messages } from '../../preload/messages'
import type { CaptionsLook, CaptionsSettings, RecordingStatus, Turn } from '../../preload/model'
import { speakerName } from '../../preload/speaker-name'
import { splitWords } from '../shared/partial-text'
import { speakerColour, type Palette } from '../shared/speaker-colours'
import { useStore } from '../shared/store'
import { showTheme } from '../shared/theme'
import styles from './captions.module.css'
import { Controls } from './controls'
import { startDrag, useCaptionsKeys, type Drag } from './drag'
import { keyOf, pictureOf, type Run } from './lines'
import { emptySentence, stateFacts } from './state'
import type { CaptionsStore } from './store'

export interface CaptionsProps {
  readonly store: CaptionsStore
  readonly set: (change: Partial<CaptionsSettings>) => void
  readonly drag: Drag
  readonly close: () => void
}

/** The whole window: the state, the controls, and two lines of what is being said. */
export function Captions({ store, ...does }: CaptionsProps) {
  const look = useStore(store.look)
  const status = useStore(store.status)
  useCaptionsKeys(does.drag, does.close)
  useTheme(look)
  if (look === null || status === null) return null
  return (
    <main
      className={styles['panel']}
      data-size={look.size}
      data-background={look.background}
      onPointerDown={(event) => startDrag(event, 'all', does.drag)}
    >
      <h1 className="visually-hidden">{messages.captions.title}</h1>
      <State store={store} status={status} />
      <Controls look={look} set={does.set} close={does.close} />
      <Lines store={store} status={status} />
      {(['left', 'right'] as const).map((edge) => (
        <div
          key={edge}
          className={styles['edge']}
          data-edge={edge}
          onPointerDown={(event) => startDrag(event, edge, does.drag)}
        />
      ))}
    </main>
  )
}

/** Over whatever is under clear captions, words are light on dark in each theme. */
function useTheme(look: CaptionsLook | null): void {
  const theme = look?.background === 'clear' ? 'dark' : (look?.theme ?? 'system')
  useEffect(() => showTheme(theme), [theme])
}

interface PartProps {
  readonly store: CaptionsStore
  readonly status: RecordingStatus
}

function State({ store, status }: PartProps) {
  const clicksNote = useStore(store.clicksNote)
  const facts = stateFacts(status)
  return (
    <p className={styles['state']} role="status">
      {clicksNote ? (
        <span data-tone="warn">{messages.captions.clicksGoThrough}</span>
      ) : (
        facts.map(({ text, tone }) => (
          <span key={text} data-tone={tone}>
            {text}
          </span>
        ))
      )}
    </p>
  )
}

function Lines({ store, status }: PartProps) {
  const { runs, split } = pictureOf(useStore(store.turns))
  const quiet = useStore(store.quiet)
  return (
    <section
      className={styles['lines']}
      aria-label={messages.captions.words}
      data-split={split}
      data-old={quiet || status.state === 'paused'}
    >
      {runs.length === 0 ? (
        <p className={styles['sentence']}>
          <span>{emptySentence(status)}</span>
        </p>
      ) : (
        runs.map((run) => <RunLines key={run.key} run={run} />)
      )}
    </section>
  )
}

/** Names are given after a meeting, so that nobody here has a colour of their own choice. */
const noPalette: Palette = new Map()

function RunLines({ run }: { readonly run: Run }) {
  const [first] = run.turns
  if (first === undefined) return null
  return (
    <div className={styles['run']}>
      <div className={styles['who']} style={{ color: `var(${speakerColour(first, noPalette)})` }}>
        <span>{speakerName(first)}</span>
      </div>
      <div className={styles['words']}>
        {run.turns.map((turn) => (
          <Words key={keyOf(turn)} turn={turn} />
        ))}
      </div>
    </div>
  )
}

/** One turn. A new one begins a line, so that words which stand never move along one. */
function Words({ turn }: { readonly turn: Turn }) {
  const { firm, soft } = turn.isFinal
    ? { firm: turn.text, soft: '' }
    : splitWords(turn.text, turn.words)
  return (
    <p lang={turn.language ?? undefined} data-partial={!turn.isFinal}>
      <span>
        {firm}
        {firm !== '' && soft !== '' && ' '}
        <span className={styles['soft']}>{soft}</span>
      </span>
    </p>
  )
}
