import { useCallback, useEffect, useRef, useState } from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import { messages } from '../../../../common/text/window'
import { Button } from '../../components/button'
import { Down } from '../../components/icons'
import { useSelected } from '../../../shared/store'
import { Announcer } from './announcer'
import { FindBar } from '../find/find-bar'
import { useFollow } from './follow'
import type { TranscriptSession } from '../model/transcript-session'
import { useScrollToWord } from './scroll-to-word'
import type { Row } from '../model/rows'
import styles from './transcript.module.css'
import { SpeakerDialog } from '../editing/speaker-dialog'
import { usePlaybackHighlight } from '../playback/playback-highlight'
import { GapLine, PartialLine, TurnLine } from './turn-rows'
import { TurnMenu } from '../editing/turn-menu'
import { useWords } from '../editing/use-words'

export interface TranscriptViewProps {
  readonly rows: readonly Row[]
  /** Whether the transcript follows its end. */
  readonly live: boolean
  readonly session: TranscriptSession
}

const components = {
  Header: () => <div className={styles['before']} />,
  Footer: () => <div className={styles['after']} />,
}

/**
 * The transcript of a meeting. The list is virtual, because a meeting can have ten thousand rows.
 */
export function TranscriptView({ rows, live, session }: TranscriptViewProps) {
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
  const played = usePlaybackHighlight({ session, rows, list, scroller, still: selecting })
  const scrollToWord = useScrollToWord({ session, rows, list, scroller })
  const words = useWords({ session, rows, scroller, scrollToWord, onPlay: played.back })
  const finding = useSelected(session.find, ({ open }) => open)

  const draw = useCallback(
    (index: number, row: Row) => {
      const position = index + 1
      if (row.kind === 'gap') return <GapLine gap={row.gap} position={position} />
      if (row.kind === 'partial') return <PartialLine rowKey={row.key} position={position} />
      return <TurnLine rowKey={row.key} turn={row.turn} session={session} position={position} />
    },
    [session],
  )

  const text = live ? messages.meeting.live.transcript : messages.meeting.review.transcript
  return (
    <div className={styles['frame']} data-finding={finding || undefined} ref={frame}>
      <div
        className={styles['log']}
        role={live ? 'log' : undefined}
        aria-live={live ? 'off' : undefined}
        aria-label={live ? text : undefined}
        {...(session.player && words.handlers)}
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
        <FindBar
          session={session}
          rows={rows}
          scrollToWord={scrollToWord}
          firstVisible={words.firstVisible}
        />
      )}
      {session.player && <TurnMenu session={session} rows={rows} />}
      {session.player && <SpeakerDialog session={session} rows={rows} />}
      {live && !following && (
        <Button className={styles['jump']} onClick={jump}>
          <Down />
          {messages.meeting.live.jump}
        </Button>
      )}
      {played.away && (
        <Button className={styles['jump']} onClick={played.back}>
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

/** Text does not move while a person selects it. */
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
