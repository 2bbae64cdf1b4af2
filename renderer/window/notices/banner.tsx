import type { ErrorCode, ErrorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { useParley } from '../context'
import { Button } from '../components/button'
import { Buttons } from '../components/card'
import styles from './banner.module.css'

/** Where a person can fix a problem. */
export type Remedy =
  | 'keys'
  | 'transcription'
  | 'audio'
  | 'microphone-settings'
  | 'system-audio-settings'
  | 'unmute'
  | 'record-everything'
  | 'proxy'

/** Where the problem of this code can be fixed; null if there is nothing to do. */
export function remedyOf(code: ErrorCode): Remedy | null {
  if (code === 'microphone-denied') return 'microphone-settings'
  if (code === 'system-denied') return 'system-audio-settings'
  if (code === 'proxy-sign-in-needed') return 'proxy'
  if (code === 'system-monitor-muted') return 'unmute'
  if (code === 'system-not-chosen') return 'record-everything'
  if (code === 'system-default-only') return null
  if (/^(microphone|system)-/.test(code) || /^no-(microphone|source)$/.test(code)) return 'audio'
  if (/^(no-key|key-|keychain-|payment-required)/.test(code)) return 'keys'
  if (/^(engine-|model-|session-bad-input|setting-not-applied|cost-)/.test(code))
    return 'transcription'
  return null
}

const remedyText: Record<Remedy, string> = {
  keys: messages.shell.banner.toKeys,
  transcription: messages.shell.banner.toTranscription,
  audio: messages.shell.banner.toAudio,
  'microphone-settings': messages.shell.banner.microphoneSettings,
  'system-audio-settings': messages.shell.banner.systemAudioSettings,
  proxy: messages.shell.proxy.signIn,
  unmute: messages.shell.banner.unmute,
  'record-everything': messages.shell.banner.recordEverything,
}

export interface BannerProps {
  readonly error: ErrorValue
  /** Absent if the problem goes away by itself. */
  readonly onClose?: () => void
}

/** A problem above the content of the page, never on top of it. */
export function Banner({ error, onClose }: BannerProps) {
  const parley = useParley()
  const remedy = remedyOf(error.code)
  const fix = () => {
    if (remedy === 'microphone-settings' || remedy === 'system-audio-settings')
      void parley.navigation.openLink(remedy)
    else if (remedy === 'proxy') parley.proxy.open.set(true)
    else if (remedy === 'unmute') parley.sources.openMonitors()
    else if (remedy === 'record-everything') void parley.settings.save({ systemProgram: null })
    else if (remedy !== null) parley.navigation.openSettings(remedy)
  }
  return (
    <div className={styles['banner']} role="alert" data-code={error.code}>
      <div>
        <p>{error.sentence}</p>
        {error.detail !== undefined && (
          // It scrolls if many files fail, so the keyboard must reach it.
          <p className={styles['detail']} tabIndex={error.detail.includes(' · ') ? 0 : undefined}>
            {messages.shell.banner.detail(error.detail)}
          </p>
        )}
      </div>
      <Buttons className={styles['buttons']}>
        {remedy !== null && (
          <Button look="quiet" onClick={fix}>
            {remedyText[remedy]}
          </Button>
        )}
        {onClose && (
          <Button look="quiet" onClick={onClose}>
            {messages.shell.close}
          </Button>
        )}
      </Buttons>
    </div>
  )
}
