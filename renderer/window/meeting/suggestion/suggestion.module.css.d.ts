// Written by npm run css-types.
declare const styles: {
  readonly 'ask': string
  readonly 'card': string
  readonly 'foot': string
  readonly 'row': string
  readonly 'start': string
  readonly 'tag': string
  readonly 'tags': string
  readonly 'title': string
}
export default styles
