import type { Row } from '../script/rows'
import type { Player, Playing } from '../script/turn-rows'
import { createStore } from '../stores/store'

/** The turn that is said at a time of the time line, or null between turns. */
export function turnAt(rows: readonly Row[], atMs: number): string | null {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.startMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  return row?.kind === 'turn' && atMs <= row.turn.endMs ? row.key : null
}

/** The player of a meeting; `attach` is the ref of its audio element. */
export interface MeetingPlayer extends Player {
  readonly attach: (element: HTMLAudioElement | null) => () => void
}

/**
 * Ties the browser's own player to the script: plays from a turn, and tells which turn is said.
 * The audio file begins at zero of the time line, so its times are those of the turns.
 */
export function createPlayer(rows: () => readonly Row[]): MeetingPlayer {
  const playing = createStore<Playing | null>(null)
  let audio: HTMLAudioElement | null = null
  const follow = () => {
    const atMs = (audio?.currentTime ?? 0) * 1000
    const key = turnAt(rows(), atMs)
    playing.set(key === null ? null : { key, atMs })
  }
  return {
    playing,
    playFrom: (ms) => {
      if (audio === null) return
      audio.currentTime = ms / 1000
      // Where the sound cannot be played, the player shows it itself.
      audio.play().catch(() => undefined)
    },
    attach: (element) => {
      audio = element
      element?.addEventListener('timeupdate', follow)
      element?.addEventListener('seeked', follow)
      return () => {
        element?.removeEventListener('timeupdate', follow)
        element?.removeEventListener('seeked', follow)
        audio = null
        playing.set(null)
      }
    },
  }
}
