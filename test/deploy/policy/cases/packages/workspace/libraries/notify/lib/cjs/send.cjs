throw new Error('an ES module imports the other one')
