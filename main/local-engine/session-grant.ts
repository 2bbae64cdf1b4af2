import type { SessionGrant } from '../../common/model'

/** The address of a session with its parameters, and its token. */
export function grantFor({
  port,
  wireName,
  token,
  filterProfanity,
}: {
  readonly port: number
  readonly wireName: string
  readonly token: string
  readonly filterProfanity: boolean
}): SessionGrant {
  const query = new URLSearchParams({
    sample_rate: '16000',
    encoding: 'pcm_s16le',
    speech_model: wireName,
    session_heartbeat: 'true',
    filter_profanity: String(filterProfanity),
  })
  return { url: `ws://127.0.0.1:${port}/v3/ws?${query.toString()}`, token, model: wireName }
}
