/** An expected trouble: told to a person as it stands, without a stack. Says what to do about it. */
export class Trouble extends Error {
  name = 'Trouble'
}
