// Written by npm run css-types.
declare const styles: {
  readonly 'commands': string
  readonly 'defaults': string
  readonly 'name': string
  readonly 'row': string
}
export default styles
