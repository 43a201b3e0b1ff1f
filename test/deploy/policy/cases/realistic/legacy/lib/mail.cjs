'use strict'

var ses = require('@aws-sdk/client-sesv2')
var util = require('util')

function Mailer(options) {
  if (!(this instanceof Mailer)) return new Mailer(options)
  this.from = (options && options.from) || 'old@example.com'
  this.client = new ses.SESv2Client({})
}

Mailer.prototype.deliver = function (to, done) {
  var self = this
  var command = new ses.SendEmailCommand({
    FromEmailAddress: self.from,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } },
  })
  this.client.send(command, function (err, data) {
    done(err, data && data.MessageId)
  })
}

var mailer = Mailer()

module.exports = exports = {
  send: function (to) {
    return util
      .promisify(mailer.deliver.bind(mailer))(to)
      .then(function (id) {
        return id || 'sent'
      })
  },
}
