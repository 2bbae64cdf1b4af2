import clsx from 'clsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import { messages } from '../../../preload/messages'
import { speakerName } from '../../../preload/speaker-name'
import { Button } from '../components/button'
import { Down } from '../components/icons'
import { useParley } from '../context'
import { useSelected, useStore } from '../stores/store'
import { FindBar } from './find-bar'
import { useFollow } from './follow'
import type { Reader } from './reader'
import { useReveal } from './reveal'
import type { Row } from './rows'
import styles from './script.module.css'
import { SpeakerDialog } from './speaker-dialog'
import { useSpokenWord } from './spoken-word'
import { GapLine, PartialLine, TurnLine } from './turn-rows'
import { TurnMenu } from './turn-menu'
import { useWords } from './use-words'

export interface ScriptProps {
  readonly rows: readonly Row[]
  /** Stands at the end and follows it. */
  readonly live: boolean
  readonly reader: Reader
}

const components = {
  Header: () => <div className={styles['before']} />,
  Footer: () => <div className={styles['after']} />,
}

/** What was said, as a script. Virtual from the first row: a meeting may have ten thousand. */
export function Script({ rows, live, reader }: ScriptProps) {
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<VirtuosoHandle>(null)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const selecting = useSelecting(frame)
  const { following, attach: attachFollow, onGrow, jump } = useFollow(live && !selecting)
  const attach = useCallback(
    (element: HTMLElement | Window | null) => {
      attachFollow(element)
      setScroller(element instanceof HTMLElement ? element : null)
    },
    [attachFollow],
  )
  const spoken = useSpokenWord({ reader, rows, list, scroller, still: selecting })
  const reveal = useReveal({ reader, rows, list, scroller })
  const words = useWords({ reader, rows, scroller, reveal, onPlay: spoken.back })
  const finding = useSelected(reader.find, ({ open }) => open)

  const draw = useCallback(
    (index: number, row: Row) => {
      const position = index + 1
      if (row.kind === 'gap') return <GapLine gap={row.gap} position={position} />
      if (row.kind === 'partial') return <PartialLine rowKey={row.key} position={position} />
      return <TurnLine rowKey={row.key} turn={row.turn} reader={reader} position={position} />
    },
    [reader],
  )

  const text = live ? messages.meeting.live.script : messages.meeting.review.script
  return (
    <div className={styles['frame']} ref={frame}>
      <div
        className={clsx(styles['log'], reader.player && styles['playable'])}
        role={live ? 'log' : undefined}
        aria-live={live ? 'off' : undefined}
        aria-label={live ? text : undefined}
        {...(reader.player && words.handlers)}
      >
        <Virtuoso
          ref={list}
          scrollerRef={attach}
          className={styles['scroller']}
          role={live ? undefined : 'feed'}
          aria-label={live ? undefined : text}
          data={rows}
          computeItemKey={keyOfRow}
          itemContent={draw}
          components={components}
          alignToBottom={live}
          initialTopMostItemIndex={live ? { index: 'LAST', align: 'end' } : 0}
          totalListHeightChanged={onGrow}
          increaseViewportBy={400}
        />
      </div>
      {finding && (
        <FindBar reader={reader} rows={rows} reveal={reveal} firstVisible={words.firstVisible} />
      )}
      {reader.player && <TurnMenu reader={reader} rows={rows} />}
      {reader.player && <SpeakerDialog reader={reader} rows={rows} />}
      {live && !following && (
        <Button className={styles['jump']} onClick={jump}>
          <Down />
          {messages.meeting.live.jump}
        </Button>
      )}
      {spoken.away && (
        <Button className={styles['jump']} onClick={spoken.back}>
          {messages.meeting.review.follow}
        </Button>
      )}
      {live && <Announcer />}
    </div>
  )
}

function keyOfRow(_index: number, row: Row): string {
  return row.key
}

/** Text does not move under somebody who is marking it. */
function useSelecting(frame: React.RefObject<HTMLElement | null>): boolean {
  const [selecting, setSelecting] = useState(false)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const inside = frame.current?.contains(selection?.anchorNode ?? null) ?? false
      setSelecting(inside && selection?.isCollapsed === false)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [frame])
  return selecting
}

/** Finals for those who listen; a partial would be read over and over. */
function Announcer() {
  const { stores } = useParley()
  const turn = useStore(stores.transcript.announced)
  return (
    <div className="visually-hidden" aria-live="polite">
      {turn && `${speakerName(turn)}: ${turn.text}`}
    </div>
  )
}
