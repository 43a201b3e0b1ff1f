export default () => ({ version: 3 })
