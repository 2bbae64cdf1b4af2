import type { Zone } from '../../preload/model'

/**
 * The addresses of one zone: `rest` for tokens, `socket` for sessions, `api` for pre-recorded
 * transcripts. No slash at the end.
 */
export interface ZoneHosts {
  readonly rest: string
  readonly socket: string
  readonly api: string
}

const hosts: Readonly<Record<Zone, string>> = {
  /** Routed to the nearest place; the sound may be processed in the US or the EU. */
  default: 'streaming.assemblyai.com',
  us: 'streaming.us.assemblyai.com',
  eu: 'streaming.eu.assemblyai.com',
}

/** Pre-recorded sound has two places; the one without a zone in its name is in the US. */
const apiHosts: Readonly<Record<Zone, string>> = {
  default: 'api.assemblyai.com',
  us: 'api.assemblyai.com',
  eu: 'api.eu.assemblyai.com',
}

/**
 * The hosts of a zone. A token is minted and used in one zone. `override` is an http address of
 * this computer that stands in for every zone, or null.
 */
export function zoneHosts(zone: Zone, override: string | null): ZoneHosts {
  if (override !== null) {
    const { host } = new URL(override)
    return { rest: `http://${host}`, socket: `ws://${host}`, api: `http://${host}` }
  }
  return {
    rest: `https://${hosts[zone]}`,
    socket: `wss://${hosts[zone]}`,
    api: `https://${apiHosts[zone]}`,
  }
}
