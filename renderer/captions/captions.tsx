import { turnKey } from '../../common/turn-key'
import { useEffect } from 'react'
import { needsSpace } from '../../common/text/join-words'
import { messages } from '../../common/text/window'
import type { CaptionsLook, CaptionsSettings, RecordingStatus, Turn } from '../../common/model'
import { speakerName } from '../../common/speaker-name'
import { splitWords } from '../shared/partial-text'
import { speakerColour, type Palette } from '../shared/speaker-colours'
import { useStore } from '../shared/store'
import { showTheme } from '../shared/theme'
import styles from './captions.module.css'
import { Controls } from './controls'
import { startDrag, useCaptionsKeys, type Drag } from './drag'
import { pictureOf, type Run } from './lines'
import { emptySentence, stateFacts } from './state'
import type { CaptionsStore } from './store'

const text = messages.captions

export interface CaptionsProps {
  readonly store: CaptionsStore
  readonly set: (change: Partial<CaptionsSettings>) => void
  readonly drag: Drag
  readonly close: () => void
}

/** The captions window: the state, the controls, and two lines of live text. */
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
      <h1 className="visually-hidden">{text.title}</h1>
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

/**
 * Captions with a clear background can be over anything, so they are light on dark in both themes.
 */
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
        <span data-tone="warn">{text.clicksGoThrough}</span>
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
      aria-label={text.words}
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

/** Speakers get names only after a meeting, so no name has a colour here. */
const noPalette: Palette = new Map()

function RunLines({ run }: { readonly run: Run }) {
  const [first] = run.turns
  if (first === undefined) return null
  return (
    <div className={styles['run']}>
      <div className={styles['who']} style={{ color: `var(${speakerColour(first, noPalette)})` }}>
        <bdi>{speakerName(first)}</bdi>
      </div>
      <div className={styles['words']}>
        {run.turns.map((turn) => (
          <Words key={turnKey(turn)} turn={turn} />
        ))}
      </div>
    </div>
  )
}

/** One turn. Each turn starts a new line, so that final words never move sideways. */
function Words({ turn }: { readonly turn: Turn }) {
  const { firm, soft } = turn.isFinal
    ? { firm: turn.text, soft: '' }
    : splitWords(turn.text, turn.words)
  return (
    <p dir="auto" lang={turn.language ?? undefined} data-partial={!turn.isFinal}>
      <span>
        {firm}
        {needsSpace(firm, soft) && ' '}
        <span className={styles['soft']}>{soft}</span>
      </span>
    </p>
  )
}
