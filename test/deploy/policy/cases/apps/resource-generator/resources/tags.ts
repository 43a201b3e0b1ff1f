import { resource } from '../resource.ts'

export default resource('tags', {
  announceTo: 'arn:aws:sns:eu-west-1:123456789012:tag-changes',
  only: ['write', 'remove'],
})
