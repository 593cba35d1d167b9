/** What a server knows of itself besides its data. None of it is a secret, and none is about a person. */
export interface Surroundings {
  version: string
  node: string
  platform: string
  store: 'embedded' | 'postgres'
  /** The address that people open, where one is set; null: this machine’s own names. */
  address: string | null
  /** Who encrypts what comes in; nobody has to where only this machine reaches the server. */
  encrypted: 'this-machine-only' | 'by-us' | 'by-a-proxy'
  demo: boolean
  /** Whether whoever has a say is known only with a second factor. */
  secondFactor: boolean
  /** Of what kind the source of the master key is; never the key, nor where it lies. */
  masterKey: 'file' | 'given' | 'command' | 'own-file'
  /** What the process holds, in bytes. */
  memory(): number
  /** What is left on the disk of the data directory, in bytes; null where the system does not say. */
  disk(): Promise<number | null>
}
