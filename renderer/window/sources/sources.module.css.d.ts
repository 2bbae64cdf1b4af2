// Written by npm run css-types.
declare const styles: {
  readonly 'nothing': string
  readonly 'popup': string
  readonly 'sources': string
  readonly 'wide': string
}
export default styles
