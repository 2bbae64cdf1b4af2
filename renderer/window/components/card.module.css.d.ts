// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'card': string
  readonly 'row': string
  readonly 'spaced': string
}
export default styles
