module.exports = function waterfall(steps, done) {
  let index = 0
  function next(error, ...results) {
    if (error || index === steps.length) return done(error, ...results)
    const step = steps[index++]
    step(...results, next)
  }
  next(null)
}
