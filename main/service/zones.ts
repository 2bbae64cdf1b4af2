import type { Zone } from '../../common/model'

/**
 * The addresses of one zone: `rest` for tokens, `socket` for sessions, `api` for pre-recorded
 * transcripts, `gateway` for language models. Without a trailing slash.
 */
export interface ZoneHosts {
  readonly rest: string
  readonly socket: string
  readonly api: string
  readonly gateway: string
}

const hosts: Readonly<Record<Zone, string>> = {
  /** Routed to the nearest location; audio may be processed in the US or the EU. */
  default: 'streaming.assemblyai.com',
  us: 'streaming.us.assemblyai.com',
  eu: 'streaming.eu.assemblyai.com',
}

/** Recorded audio has two locations; the host without a zone in its name is in the US. */
const apiHosts: Readonly<Record<Zone, string>> = {
  default: 'api.assemblyai.com',
  us: 'api.assemblyai.com',
  eu: 'api.eu.assemblyai.com',
}

/** The same two locations for the LLM Gateway. */
const gatewayHosts: Readonly<Record<Zone, string>> = {
  default: 'llm-gateway.assemblyai.com',
  us: 'llm-gateway.assemblyai.com',
  eu: 'llm-gateway.eu.assemblyai.com',
}

/**
 * Returns the hosts of a zone. A token is minted and used in one zone. `override` is an http address
 * of this computer that replaces every zone, or null.
 */
export function zoneHosts(zone: Zone, override: string | null): ZoneHosts {
  if (override !== null) {
    const { host } = new URL(override)
    const here = `http://${host}`
    return { rest: here, socket: `ws://${host}`, api: here, gateway: here }
  }
  return {
    rest: `https://${hosts[zone]}`,
    socket: `wss://${hosts[zone]}`,
    api: `https://${apiHosts[zone]}`,
    gateway: `https://${gatewayHosts[zone]}`,
  }
}
