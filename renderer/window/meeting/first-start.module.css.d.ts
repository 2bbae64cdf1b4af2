// Written by npm run css-types.
declare const styles: {
  readonly 'add': string
  readonly 'block': string
  readonly 'card': string
  readonly 'cardHead': string
  readonly 'chip': string
  readonly 'engines': string
  readonly 'lead': string
  readonly 'pane': string
  readonly 'shortcut': string
  readonly 'text': string
}
export default styles
