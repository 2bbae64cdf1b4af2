import type { Service } from '../../service/service'
import type { SoundServer } from '../../e2e/sound-server'

/** What a client of the service is started with; each gets the same. */
export interface PeerRig {
  /** A folder for its files. */
  readonly folder: string
  readonly service: Service
  readonly sound: SoundServer
}

/** A client of the service that records the default microphone. */
export interface RunningPeer {
  /** The process that all of its processes descend from. */
  readonly pid: number
  /** Resolves when nothing more is to come of what was said before a cut. */
  settled(): Promise<void>
  /** Stops it as its user does. Returns the numbers of the words in its final text, in order. */
  stop(): Promise<number[]>
  kill(): Promise<void>
}

export interface Peer {
  /** It is part of the figures' names. */
  readonly name: string
  start(rig: PeerRig): Promise<RunningPeer>
}
