export * from '../../shared/store'
