Object.defineProperty(exports, '__esModule', { value: true })
exports.names = { files: 'shop-files', topic: 'arn:aws:sns:eu-west-1:123456789012:shop' }
