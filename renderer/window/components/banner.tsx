import type { ErrorCode, ErrorValue } from '../../../preload/errors'
import { messages } from '../../../preload/messages'
import { useParley } from '../context'
import { Button } from './button'
import { Buttons } from './card'
import styles from './banner.module.css'

/** Where a person can mend what a code says. */
export type Remedy =
  'keys' | 'transcription' | 'audio' | 'microphone-settings' | 'system-audio-settings'

/** The remedy of a code, or null where waiting or reading is all there is to do. */
export function remedyOf(code: ErrorCode): Remedy | null {
  if (code === 'microphone-denied') return 'microphone-settings'
  if (code === 'system-denied') return 'system-audio-settings'
  if (/^(microphone|system)-/.test(code) || /^no-(microphone|source)$/.test(code)) return 'audio'
  if (/^(no-key|key-|keychain-|payment-required)/.test(code)) return 'keys'
  if (/^(engine-|model-mismatch|session-bad-input)/.test(code)) return 'transcription'
  return null
}

const remedyText: Record<Remedy, string> = {
  keys: messages.shell.banner.toKeys,
  transcription: messages.shell.banner.toTranscription,
  audio: messages.shell.banner.toAudio,
  'microphone-settings': messages.shell.banner.microphoneSettings,
  'system-audio-settings': messages.shell.banner.systemAudioSettings,
}

export interface BannerProps {
  readonly error: ErrorValue
  /** Absent where the problem goes away by itself. */
  readonly onClose?: () => void
}

/** A problem, in the page and never over it. */
export function Banner({ error, onClose }: BannerProps) {
  const { actions } = useParley()
  const remedy = remedyOf(error.code)
  const mend = () => {
    if (remedy === 'microphone-settings' || remedy === 'system-audio-settings')
      void actions.openLink(remedy)
    else if (remedy !== null) actions.openSettings(remedy)
  }
  return (
    <div className={styles['banner']} role="alert" data-code={error.code}>
      <div>
        <p>{error.sentence}</p>
        {error.detail !== undefined && (
          <p className={styles['detail']}>{messages.shell.banner.detail(error.detail)}</p>
        )}
      </div>
      <Buttons className={styles['buttons']}>
        {remedy !== null && (
          <Button look="quiet" onClick={mend}>
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
