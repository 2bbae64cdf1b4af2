import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlayer } from '../../../../../renderer/window/transcript/playback/player'

/** An audio element, as far as the player knows one. */
class FakeAudio extends EventTarget {
  currentTime = 0
  duration = 60
  paused = true
  defaultPlaybackRate = 1
  src: string | null = 'media://meeting/one/sound'
  loads = 0
  play() {
    this.paused = false
    return Promise.resolve()
  }
  pause() {
    this.paused = true
  }
  removeAttribute() {
    this.src = null
  }
  load() {
    this.loads += 1
  }
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  vi.stubGlobal('cancelAnimationFrame', () => undefined)
  return () => vi.unstubAllGlobals()
})

function attached() {
  const audio = new FakeAudio()
  const player = createPlayer()
  return { audio, player, detach: player.attach(audio as unknown as HTMLAudioElement) }
}

describe('the player', () => {
  it('stays within the audio, whatever the target', () => {
    const { audio, player } = attached()
    player.playFrom(12_500)
    expect(audio).toMatchObject({ currentTime: 12.5, paused: false })
    player.skip(90_000)
    expect(player.position()).toBe(60_000)
    player.skip(-90_000)
    expect(player.position()).toBe(0)
  })

  it('continues at the same position when the address of its audio changes', () => {
    const { audio, player } = attached()
    player.playFrom(30_000)
    audio.dispatchEvent(new Event('timeupdate'))
    audio.dispatchEvent(new Event('emptied'))
    Object.assign(audio, { currentTime: 0, paused: true })
    audio.dispatchEvent(new Event('loadedmetadata'))
    expect(audio).toMatchObject({ currentTime: 30, paused: false })
  })

  it('releases its audio at once when its meeting is closed', () => {
    const { audio, player, detach } = attached()
    player.playFrom(1_000)
    audio.dispatchEvent(new Event('play'))
    expect(player.playing.get()).toBe(true)
    detach()
    expect(audio).toMatchObject({ paused: true, src: null, loads: 1 })
    expect(player.playing.get()).toBe(false)
    expect(player.position()).toBe(0)
  })
})
