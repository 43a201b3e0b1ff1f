import { DecryptCommand, EncryptCommand, type KMSClient } from '@aws-sdk/client-kms'

export class Vault {
  readonly #kms: KMSClient
  readonly #keyId: string

  constructor(kms: KMSClient, keyId: string) {
    this.#kms = kms
    this.#keyId = keyId
  }

  async seal(text: string): Promise<Uint8Array> {
    const { CiphertextBlob } = await this.#kms.send(
      new EncryptCommand({ KeyId: this.#keyId, Plaintext: new TextEncoder().encode(text) }),
    )
    return CiphertextBlob ?? new Uint8Array()
  }

  async open(sealed: Uint8Array): Promise<string> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({ KeyId: this.#keyId, CiphertextBlob: sealed }),
    )
    return new TextDecoder().decode(Plaintext)
  }
}
