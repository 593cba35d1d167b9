/**
 * The only file that knows the CEL library (Common Expression Language, github.com/google/cel-spec). It parses a
 * condition and hands over the small part of CEL that a charter may use; everything else is named and refused, so
 * that every condition can be decided exactly also while facts are still open.
 */
import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js'

export interface At {
  start: number
  end: number
}

export type Expression = At &
  (
    | { is: 'literal'; value: string | boolean | number }
    | { is: 'name'; name: string }
    | { is: 'field'; of: Expression; field: string }
    | { is: 'call'; name: string; of: Expression }
    | { is: 'startsWith'; of: Expression; prefix: string }
    | { is: 'exists' | 'all'; over: Expression; variable: string; body: Expression }
    | { is: 'list'; items: readonly Expression[] }
    | { is: 'not'; of: Expression }
    | { is: 'and' | 'or'; left: Expression; right: Expression }
    | { is: 'compare'; operator: Comparison; left: Expression; right: Expression }
  )
export type Comparison = '==' | '!=' | 'in' | '<' | '<=' | '>' | '>='

/** A condition that can't be used: which characters of it, why, and what would do. */
export class ConditionError extends Error {
  readonly at: At
  readonly instead: string

  constructor(at: At, message: string, instead: string) {
    super(message)
    this.at = at
    this.instead = instead
  }
}

const ALLOWED = "Use facts, quoted values, lists, ==, !=, in, &&, ||, !, .exists(x, …), .all(x, …) and .startsWith('…')."
const environment = new Environment({ limits: { maxAstNodes: 2_000, maxDepth: 60, maxListElements: 500, maxCallArguments: 4 } })

export const parseCel = (text: string): Expression => {
  try {
    return translate(environment.parse(text).ast)
  } catch (error) {
    if (!(error instanceof ParseError)) throw error
    throw new ConditionError(error.range ?? { start: 0, end: text.length }, `The condition can't be read: ${error.summary}.`, ALLOWED)
  }
}

const translate = (node: ASTNode): Expression => {
  const at: At = { start: node.start, end: node.end }
  switch (node.op) {
    case 'value':
      return { ...at, is: 'literal', value: literal(node.args, at) }
    case 'id':
      return { ...at, is: 'name', name: node.args }
    case '.':
      return { ...at, is: 'field', of: translate(node.args[0]), field: node.args[1] }
    case 'list':
      return { ...at, is: 'list', items: node.args.map(translate) }
    case '!_':
      return { ...at, is: 'not', of: translate(node.args) }
    case '&&':
      return { ...at, is: 'and', left: translate(node.args[0]), right: translate(node.args[1]) }
    case '||':
      return { ...at, is: 'or', left: translate(node.args[0]), right: translate(node.args[1]) }
    case '==':
    case '!=':
    case 'in':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { ...at, is: 'compare', operator: node.op, left: translate(node.args[0]), right: translate(node.args[1]) }
    case 'call': {
      const [name, [argument, ...more]] = node.args
      if (argument === undefined || more.length > 0) throw new ConditionError(at, `${name}(…) takes one value.`, ALLOWED)
      return { ...at, is: 'call', name, of: translate(argument) }
    }
    case 'rcall':
      return { ...at, ...method(node.args, at) }
    default:
      throw new ConditionError(at, `"${node.op}" is not part of what a charter's conditions may use.`, ALLOWED)
  }
}

const method = ([name, receiver, given]: [string, ASTNode, ASTNode[]], at: At) => {
  const [first, second] = given
  if ((name === 'exists' || name === 'all') && first?.op === 'id' && second !== undefined && given.length === 2)
    return { is: name, over: translate(receiver), variable: first.args, body: translate(second) } as const
  if (name === 'startsWith' && first?.op === 'value' && typeof first.args === 'string' && given.length === 1)
    return { is: name, of: translate(receiver), prefix: first.args } as const
  throw new ConditionError(at, `.${name}(…) can't be used like this.`, ALLOWED)
}

const literal = (value: unknown, at: At): string | boolean | number => {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  throw new ConditionError(at, 'Only quoted values, whole numbers, true and false can be compared.', ALLOWED)
}
