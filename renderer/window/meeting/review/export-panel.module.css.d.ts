// Written by npm run css-types.
declare const styles: {
  readonly 'ending': string
  readonly 'format': string
  readonly 'formats': string
  readonly 'note': string
  readonly 'options': string
  readonly 'panel': string
  readonly 'title': string
}
export default styles
