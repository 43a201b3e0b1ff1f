import poll from './poll.mjs'
import votes from './votes.mjs'

export default [...poll, ...votes]
