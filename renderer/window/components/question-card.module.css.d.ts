// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'card': string
  readonly 'place': string
}
export default styles
