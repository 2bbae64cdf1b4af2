// Written by npm run css-types.
declare const styles: {
  readonly 'controls': string
  readonly 'edge': string
  readonly 'lines': string
  readonly 'panel': string
  readonly 'run': string
  readonly 'sentence': string
  readonly 'sizes': string
  readonly 'soft': string
  readonly 'state': string
  readonly 'who': string
  readonly 'words': string
}
export default styles
