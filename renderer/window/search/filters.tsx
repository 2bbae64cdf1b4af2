import { messages } from '../../../common/text/window'
import { Select } from '../components/select'
import { useParley } from '../context'
import { useStore } from '../../shared/store'
import type { When } from './store'
import styles from './search.module.css'

const text = messages.library.search
const times = Object.entries(text.times).map(([value, label]) => ({ value: value as When, label }))
/** A value that is neither a name nor a tag. */
const any = ' '

/** Filters the search by speaker, time and tag. */
export function Filters() {
  const parley = useParley()
  const { search } = parley
  const { wanted, filters } = useStore(search.state)
  const optionsOf = (label: string, values: readonly string[], chosen: string | null) => [
    { value: any, label },
    ...(chosen === null ? values : [...new Set([...values, chosen])]).map((value) => ({
      value,
      label: value,
    })),
  ]
  const chosenOf = (value: string) => (value === any ? null : value)
  return (
    <div className={styles['filters']} role="group" aria-label={text.filters}>
      <Select
        label={text.speaker}
        className={styles['filter']}
        value={wanted.speaker ?? any}
        options={optionsOf(text.anybody, filters.speakers, wanted.speaker)}
        onChange={(value) => search.want({ speaker: chosenOf(value) })}
      />
      <Select
        label={text.when}
        className={styles['filter']}
        value={wanted.when}
        options={times}
        onChange={(when) => search.want({ when })}
      />
      {(filters.tags.length > 0 || wanted.tag !== null) && (
        <Select
          label={text.tag}
          className={styles['filter']}
          value={wanted.tag ?? any}
          options={optionsOf(text.anyTag, filters.tags, wanted.tag)}
          onChange={(value) => search.want({ tag: chosenOf(value) })}
        />
      )}
    </div>
  )
}
