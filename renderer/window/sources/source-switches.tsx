import { messages } from '../../../preload/messages'
import type { Settings } from '../../../preload/model'
import { Select } from '../components/select'
import { SwitchRow } from '../components/switch-row'
import { useParley } from '../context'
import { useStore } from '../stores/store'
import { microphoneOptions, systemDefault } from './microphones'
import styles from './sources.module.css'

const text = messages.settings.audio

/** What is recorded, before a recording and while it is on. */
export function SourceSwitches({ settings }: { readonly settings: Settings }) {
  const { stores, actions } = useParley()
  const devices = useStore(stores.devices)
  const { sources, microphoneId } = settings
  const change = (changed: Partial<Settings['sources']>) =>
    void actions.saveSettings({ sources: { ...sources, ...changed } })
  return (
    <div className={styles['sources']}>
      <SwitchRow
        label={text.microphone}
        text={text.microphoneText}
        checked={sources.microphone}
        onChange={(microphone) => change({ microphone })}
      />
      <Select
        label={text.microphone}
        className={styles['wide']}
        value={microphoneId ?? systemDefault}
        disabled={!sources.microphone}
        options={microphoneOptions(devices, microphoneId)}
        onChange={(id) => void actions.saveSettings({ microphoneId: id || null })}
      />
      <SwitchRow
        label={text.system}
        text={text.systemText}
        checked={sources.system}
        onChange={(system) => change({ system })}
      />
      {!sources.microphone && !sources.system && (
        <p className={styles['nothing']} role="status">
          {text.nothing}
        </p>
      )}
    </div>
  )
}
