import type { Result } from '../../../common/errors'
import type { ExampleLanguage, KeyInfo, KeyList, TokenReport, Zone } from '../../../common/model'
import type { TokenParameters } from '../../../common/token-parameters'
import { createStore, type Readable } from '../../shared/store'
import type { MainProcess } from '../stores/main-process'

/** Where a key is stored: in the keychain, or in memory until Parley quits. */
export type Keep = 'keychain' | 'memory'

export interface NewKey {
  readonly name: string
  readonly zone: Zone
  readonly key: string
  readonly keep: Keep
}

/** The API keys. Each failure is shown next to the button that caused it, so it is an answer here. */
export interface Keys {
  /** null until main has answered. */
  readonly list: Readable<KeyList | null>
  readonly add: (key: NewKey) => Promise<Result<KeyInfo>>
  readonly replace: (id: string, key: string, keep: Keep) => Promise<Result<KeyInfo>>
  readonly test: (id: string) => Promise<Result<KeyInfo>>
  readonly use: (id: string) => Promise<Result<undefined>>
  readonly remove: (id: string) => Promise<Result<undefined>>
  /** Asks the service for one token; the report does not contain the token. */
  readonly tryToken: (parameters: TokenParameters) => Promise<Result<TokenReport>>
  /** Code that asks for the same token in another language. */
  readonly tokenExample: (
    language: ExampleLanguage,
    parameters: TokenParameters,
  ) => Promise<Result<string>>
}

export function createKeys({ call, on, load }: MainProcess): Keys {
  const list = createStore<KeyList | null>(null)
  on('keys:changed', list.set)
  load('keys:list', list.set)
  return {
    list,
    add: (key) => call('keys:add', key),
    replace: (id, key, keep) => call('keys:replace', { id, key, keep }),
    test: (id) => call('keys:test', { id }),
    use: (id) => call('keys:use', { id }),
    remove: (id) => call('keys:remove', { id }),
    tryToken: (parameters) => call('tokens:try', parameters),
    tokenExample: (language, parameters) => call('tokens:example', { language, parameters }),
  }
}
