import { useCallback, useEffect, useRef, useState } from 'react'
import { Virtuoso } from 'react-virtuoso'
import { messages } from '../../../preload/messages'
import { speakerName } from '../../../preload/speaker-name'
import { Button } from '../components/button'
import { Down } from '../components/icons'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import { useFollow } from './follow'
import type { Row } from './rows'
import styles from './script.module.css'
import { GapLine, PartialLine, TurnLine, type Player } from './turn-rows'

export interface ScriptProps {
  readonly rows: readonly Row[]
  /** Stands at the end and follows it. */
  readonly live: boolean
  readonly player: Player | null
}

const components = {
  Header: () => <div className={styles['before']} />,
  Footer: () => <div className={styles['after']} />,
}

/** What was said, as a script. Virtual from the first row: a meeting may have ten thousand. */
export function Script({ rows, live, player }: ScriptProps) {
  const frame = useRef<HTMLDivElement>(null)
  const selecting = useSelecting(frame)
  const { following, attach, onGrow, jump } = useFollow(live && !selecting)

  const draw = useCallback(
    (index: number, row: Row) => {
      const position = index + 1
      if (row.kind === 'gap') return <GapLine gap={row.gap} position={position} />
      if (row.kind === 'partial') return <PartialLine rowKey={row.key} position={position} />
      return <TurnLine rowKey={row.key} turn={row.turn} player={player} position={position} />
    },
    [player],
  )

  const text = live ? messages.meeting.live.script : messages.meeting.review.script
  return (
    <div className={styles['frame']} ref={frame}>
      <div className={styles['log']} role="log" aria-live="off" aria-label={text}>
        <Virtuoso
          scrollerRef={attach}
          className={styles['scroller']}
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
      {live && !following && (
        <Button className={styles['jump']} onClick={jump}>
          <Down />
          {messages.meeting.live.jump}
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
