import type { Player } from '../model/transcript-session'
import { createStore } from '../../../shared/store'

/** The playback speeds. */
export const rates = [0.75, 1, 1.25, 1.5, 1.75, 2] as const

/** The player of a meeting; `attach` is the ref of its audio element. */
export interface MeetingPlayer extends Player {
  readonly attach: (element: HTMLAudioElement) => () => void
}

/** Plays through one audio element. The audio and the timeline both start at 0. */
export function createPlayer(): MeetingPlayer {
  const playing = createStore(false)
  const rate = createStore(1)
  const failed = createStore(false)
  const listeners = new Set<() => void>()
  let audio: HTMLAudioElement | null = null
  let frame = 0

  const tick = () => {
    for (const listener of listeners) listener()
  }
  const eachFrame = () => {
    tick()
    frame = requestAnimationFrame(eachFrame)
  }
  const position = () => (audio?.currentTime ?? 0) * 1000
  const play = () => {
    // If the audio cannot be played, the element fires an error event.
    audio?.play().catch(() => undefined)
  }
  const seek = (ms: number) => {
    if (audio === null) return
    const end = Number.isFinite(audio.duration) ? audio.duration : Infinity
    audio.currentTime = Math.min(end, Math.max(0, ms / 1000))
    tick()
  }

  return {
    playing,
    rate,
    failed,
    position,
    seek,
    playFrom: (ms) => {
      seek(ms)
      play()
    },
    toggle: () => {
      if (audio?.paused === false) audio.pause()
      else play()
    },
    pause: () => audio?.pause(),
    skip: (ms) => seek(position() + ms),
    setRate: (next) => {
      rate.set(next)
      if (audio !== null) audio.playbackRate = next
    },
    onTick: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach: (element) => {
      audio = element
      // A new source starts at the default rate.
      element.defaultPlaybackRate = rate.get()
      const end = new AbortController()
      const on = (name: keyof HTMLMediaElementEventMap, run: () => void) =>
        element.addEventListener(name, run, { signal: end.signal })
      on('play', () => {
        playing.set(true)
        cancelAnimationFrame(frame)
        eachFrame()
      })
      on('pause', () => {
        playing.set(false)
        cancelAnimationFrame(frame)
        tick()
      })
      on('seeked', tick)
      // The address of the audio can change during playback; playback then continues at the same
      // position.
      let resume: { readonly at: number; readonly plays: boolean } | null = null
      let at = 0
      let plays = false
      on('timeupdate', () => {
        at = element.currentTime
        plays = !element.paused
      })
      on('emptied', () => {
        resume = { at, plays }
      })
      on('loadedmetadata', () => {
        failed.set(false)
        if (resume === null) return
        element.currentTime = resume.at
        if (resume.plays) play()
        resume = null
      })
      on('error', () => failed.set(true))
      return () => {
        end.abort()
        cancelAnimationFrame(frame)
        element.pause()
        // Frees the decoder now and not in the middle of a later scroll.
        element.removeAttribute('src')
        element.load()
        playing.set(false)
        audio = null
      }
    },
  }
}

/** The next faster or slower speed. */
export function nextRate(rate: number, step: 1 | -1): number {
  const index = rates.findIndex((other) => other >= rate)
  return rates[Math.min(rates.length - 1, Math.max(0, index + step))] ?? rate
}
